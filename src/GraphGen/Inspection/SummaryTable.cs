#nullable enable
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace GraphGen.Inspection;

/// <summary>
/// The table of a model: a row a node. The generator compiles this file too, so that a documentation comment shows the table that the program prints.
/// </summary>
internal static class SummaryTable
{
    private static readonly string[] s_heading = { "node", "layer", "from", "output shape", "parameters" };

    /// <summary>One node as the table shows it.</summary>
    public readonly struct Row
    {
        public Row(string node, string layer, string from, string shape, string weightsOf, string parameters)
        {
            (Node, Layer, From, Shape, WeightsOf, Parameters) = (node, layer, from, shape, weightsOf, parameters);
        }

        public string Node { get; }

        /// <summary>The layer's kind with its main arguments.</summary>
        public string Layer { get; }

        public string From { get; }

        public string Shape { get; }

        /// <summary>The layer's name: rows with the same one share its weights.</summary>
        public string WeightsOf { get; }

        /// <summary>How many there are, and how many of them are frozen.</summary>
        public string Parameters { get; }
    }

    public static IReadOnlyList<string> Lines(string model, IReadOnlyList<Row> rows, string totals)
    {
        var firstUse = new Dictionary<string, string>();
        var cells = new List<string[]>();
        foreach (Row row in rows)
        {
            bool isShared = firstUse.TryGetValue(row.WeightsOf, out string? first);
            if (!isShared) firstUse[row.WeightsOf] = row.Node;
            string count = !isShared || row.Parameters == "0" ? row.Parameters : $"shared with {first}";
            cells.Add(new[] { row.Node, row.Layer, row.From, row.Shape, count });
        }

        return TextTable.Lines(s_heading, cells, column => column == s_heading.Length - 1, new[] { $"{model}: {totals}" });
    }

    /// <summary>The parameters of one layer.</summary>
    public static string Count(string parameters, string frozen) => frozen == "0" ? parameters : frozen == parameters ? $"{frozen} frozen" : $"{parameters}, {frozen} frozen";

    /// <summary>The parameters and buffers of all layers.</summary>
    public static string Totals(string parameters, string trainable, string frozen, string buffers)
    {
        string counts = $"{parameters} parameters";
        if (frozen != "0") counts += $", {trainable} trainable and {frozen} frozen";
        return buffers == "0" ? counts : $"{counts}, {buffers} buffer elements";
    }

    public static string Format(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
