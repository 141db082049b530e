using System.Globalization;

namespace GraphGen.Inspection;

/// <summary>The columns of a summary, and what stands in them, for formats that are tables.</summary>
internal static class SummaryCells
{
    public static readonly string[] Heading =
        ["node", "layer", "from", "input shape", "output shape", "element type", "parameters", "trainable", "buffers", "multiply-adds", "activation bytes"];

    private const string Unknown = "?";

    /// <summary>Whether the cells of a column are numbers.</summary>
    public static bool IsOfNumbers(int column) => column >= 6;

    /// <summary>The cells of a row, with thousands apart where people read them.</summary>
    public static string[] Of(SummaryRow row, string node, bool isForPeople)
    {
        string Count(long count) => isForPeople ? count.ToString("N0", CultureInfo.InvariantCulture) : count.ToString(CultureInfo.InvariantCulture);
        return
        [
            node,
            row.Layer,
            string.Join(", ", row.From),
            string.Join(", ", row.InputShapes.Select(Shape)),
            Shape(row.OutputShape),
            row.ElementType,
            isForPeople && row.SharedWith is { } first ? $"shared with {first}" : Count(row.Parameters),
            Count(row.Trainable),
            Count(row.Buffers),
            Size(row.MultiplyAdds ?? Unknown, isForPeople),
            Size(row.ActivationBytes, isForPeople),
        ];
    }

    /// <summary>A number with thousands apart, or an expression as it is.</summary>
    public static string Size(string size, bool isForPeople = true) =>
        isForPeople && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number.ToString("N0", CultureInfo.InvariantCulture) : size;

    /// <summary>The lines of the totals.</summary>
    public static IEnumerable<string> Totals(SummaryReport report)
    {
        yield return $"{report.Model}: {SummaryTable.Totals(Size(report.Parameters), Size(report.Trainable), Size(report.Frozen), Size(report.Buffers))}";
        yield return $"multiply-adds for one example: {Size(report.MultiplyAdds)}{(report.IsCostKnown ? "" : $" + {Unknown}")}";
        if (report.Memory is not { } memory) yield break;
        yield return $"memory for a batch of {Size(memory.BatchSize)} in {memory.FloatingType}, without an optimizer's:";
        yield return $"weights {Bytes(memory.Weights)}, their gradients {Bytes(memory.Gradients)}";
        if (memory is not { Activations: { } activations, Inference: { } inference, Training: { } training })
        {
            yield return $"activations: not known without a size of {string.Join(", ", memory.Unknown)}";
            yield break;
        }

        yield return $"inputs {Bytes(activations.Inputs)}, activations at most {Bytes(activations.Peak)} in inference, {Bytes(activations.Kept)} in training";
        yield return $"together {Bytes(inference)} in inference, {Bytes(training)} in training";
    }

    private static string Size(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Shape(IReadOnlyList<string> axes) => $"({string.Join(", ", axes)})";

    /// <summary>A number of bytes, and what that is in the unit that people say.</summary>
    private static string Bytes(long count)
    {
        string[] units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];
        (double amount, int unit) = (count, 0);
        for (; amount >= 1024 && unit < units.Length - 1; unit++) amount /= 1024;
        string exact = $"{Size(count)} bytes";
        return unit == 0 ? exact : string.Create(CultureInfo.InvariantCulture, $"{exact} ({amount:0.0} {units[unit]})");
    }
}
