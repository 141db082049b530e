namespace GraphGen.Inspection;

/// <summary>A model as a table of text.</summary>
public static class ModelSummary
{
    /// <summary>
    /// A row for each node, with its layer, what it reads, its shape with the batch as <c>N</c>, and the number of trainable parameters; below them the totals.
    /// A shared layer's weights count in the first of its rows, and the later ones say whose they are.
    /// </summary>
    /// <param name="graph">The model's graph.</param>
    public static string Text(ModelGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Dictionary<string, ModelLayer> layers = graph.Layers.ToDictionary(layer => layer.Name);
        SummaryTable.Row[] rows = [.. graph.Nodes.Select(node => Row(node, node.Layer is null ? null : layers[node.Layer]))];
        return string.Join(Environment.NewLine, SummaryTable.Lines(graph.Name, rows, SummaryTable.Format(graph.Parameters), SummaryTable.Format(graph.Buffers)));
    }

    private static SummaryTable.Row Row(ModelNode node, ModelLayer? layer)
    {
        string shape = $"({string.Join(", ", node.Shape)})" + (node.ElementType is null ? "" : $" {node.ElementType}");
        return new SummaryTable.Row(node.Name, $"{layer?.Description ?? (node.Part is null ? "Input" : "")}{node.Part}", string.Join(", ", node.Inputs), shape, layer?.Name ?? node.Name, SummaryTable.Format(layer?.Parameters ?? 0));
    }
}
