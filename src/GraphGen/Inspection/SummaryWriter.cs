using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GraphGen.Inspection;

/// <summary>Writes a report.</summary>
internal static class SummaryWriter
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true };

    /// <summary>Aligned columns; what lies within a node stands below it, further in.</summary>
    public static string Text(SummaryReport report)
    {
        string[][] cells = [.. report.Rows.SelectMany(row => row.All).Select(row => SummaryCells.Of(row, new string(' ', 2 * row.Depth) + row.Node, isForPeople: true))];
        return string.Join(Environment.NewLine, TextTable.Lines(SummaryCells.Heading, cells, SummaryCells.IsOfNumbers, SummaryCells.Totals(report)));
    }

    public static string Markdown(SummaryReport report)
    {
        IEnumerable<string[]> cells = report.Rows.SelectMany(row => row.All).Select(row => SummaryCells.Of(row, row.Path, isForPeople: true));
        string[] lines =
        [
            Line(SummaryCells.Heading),
            Line(SummaryCells.Heading.Select((_, column) => SummaryCells.IsOfNumbers(column) ? "---:" : "---")),
            .. cells.Select(row => Line(row.Select(Escape))),
            "",
            .. SummaryCells.Totals(report).Select(total => $"- {Escape(total)}"),
        ];
        return string.Join(Environment.NewLine, lines);

        static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>The lines end as RFC 4180 has it, whatever the system's own are. What lies within a node has its path for a name.</summary>
    public static string Csv(SummaryReport report)
    {
        IEnumerable<IEnumerable<string>> rows = report.Rows.SelectMany(row => row.All)
            .Select(row => SummaryCells.Of(row, row.Path, isForPeople: false).Append(row.SharedWith ?? "").Append(row.Depth.ToString(CultureInfo.InvariantCulture)));
        return string.Concat(rows.Prepend(SummaryCells.Heading.Append("shared with").Append("depth")).Select(row => $"{string.Join(",", row.Select(Quote))}\r\n"));
    }

    public static string Json(SummaryReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_indented))
        {
            json.WriteStartObject();
            json.WriteString("model", report.Model);
            WriteRows(json, report.Rows);
            json.WriteStartObject("totals");
            json.WriteNumber("parameters", report.Parameters);
            json.WriteNumber("trainable", report.Trainable);
            json.WriteNumber("frozen", report.Frozen);
            json.WriteNumber("buffers", report.Buffers);
            WriteSize(json, "multiplyAdds", report.IsCostKnown ? report.MultiplyAdds : null);
            json.WriteEndObject();
            if (report.Memory is { } memory) WriteMemory(json, memory);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteRows(Utf8JsonWriter json, IReadOnlyList<SummaryRow> rows)
    {
        json.WriteStartArray("nodes");
        foreach (SummaryRow row in rows)
        {
            json.WriteStartObject();
            json.WriteString("node", row.Node);
            json.WriteString("layer", row.Layer);
            json.WriteStartArray("from");
            foreach (string input in row.From) json.WriteStringValue(input);
            json.WriteEndArray();
            json.WriteStartArray("inputShapes");
            foreach (IReadOnlyList<string> shape in row.InputShapes) WriteShape(json, shape);
            json.WriteEndArray();
            json.WritePropertyName("outputShape");
            WriteShape(json, row.OutputShape);
            json.WriteString("elementType", row.ElementType);
            json.WriteNumber("parameters", row.Parameters);
            json.WriteNumber("trainable", row.Trainable);
            json.WriteNumber("buffers", row.Buffers);
            if (row.SharedWith is { } first) json.WriteString("sharedWith", first);
            WriteSize(json, "multiplyAdds", row.MultiplyAdds);
            WriteSize(json, "activationBytes", row.ActivationBytes);
            if (row.Within.Count > 0) WriteRows(json, row.Within);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMemory(Utf8JsonWriter json, BatchMemory memory)
    {
        json.WriteStartObject("memory");
        json.WriteNumber("batchSize", memory.BatchSize);
        json.WriteString("floatingType", memory.FloatingType.ToString());
        Write("weights", memory.Weights);
        Write("gradients", memory.Gradients);
        Write("inputs", memory.Activations?.Inputs);
        Write("activationsInInference", memory.Activations?.Peak);
        Write("activationsInTraining", memory.Activations?.Kept);
        Write("inference", memory.Inference);
        Write("training", memory.Training);
        json.WriteEndObject();

        void Write(string name, long? bytes)
        {
            if (bytes is { } known) json.WriteNumber(name, known);
            else json.WriteNull(name);
        }
    }

    private static void WriteShape(Utf8JsonWriter json, IReadOnlyList<string> shape)
    {
        json.WriteStartArray();
        foreach (string axis in shape) WriteSizeValue(json, axis);
        json.WriteEndArray();
    }

    private static void WriteSize(Utf8JsonWriter json, string name, string? size)
    {
        json.WritePropertyName(name);
        WriteSizeValue(json, size);
    }

    /// <summary>A number, an expression as a string, or null.</summary>
    private static void WriteSizeValue(Utf8JsonWriter json, string? size)
    {
        if (size is null) json.WriteNullValue();
        else if (long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out long number)) json.WriteNumberValue(number);
        else json.WriteStringValue(size);
    }

    /// <summary>What would end a cell, begin a tag or escape another character.</summary>
    private static string Escape(string cell) =>
        cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
