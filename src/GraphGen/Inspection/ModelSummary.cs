using TorchSharp;

namespace GraphGen.Inspection;

/// <summary>A model as a table of text.</summary>
public static class ModelSummary
{
    /// <summary>The table of a model, with what is frozen now, be it by <c>[Frozen]</c>, by <c>Freeze</c>, or by <c>requires_grad</c> of its weights.</summary>
    /// <param name="model">The model.</param>
    /// <inheritdoc cref="Text(ModelGraph)"/>
    public static string Text(IModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Text(model is torch.nn.Module module ? Frozen(model.Graph, module) : model.Graph);
    }

    /// <summary>
    /// A row for each node, with its layer, what it reads, its shape with the batch as <c>N</c>, and the number of parameters; below them the totals. A shared
    /// layer's weights count in the first of its rows, and the later ones say whose they are. Of frozen ones it says so.
    /// </summary>
    /// <param name="graph">The model's graph.</param>
    public static string Text(ModelGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Dictionary<string, ModelLayer> layers = graph.Layers.ToDictionary(layer => layer.Name);
        SummaryTable.Row[] rows = [.. graph.Nodes.Select(node => Row(node, node.Layer is null ? null : layers[node.Layer]))];
        string counts = SummaryTable.Totals(
            SummaryTable.Format(graph.Parameters), SummaryTable.Format(graph.TrainableParameters), SummaryTable.Format(graph.FrozenParameters), SummaryTable.Format(graph.Buffers));
        return string.Join(Environment.NewLine, SummaryTable.Lines(graph.Name, rows, counts));
    }

    /// <summary>The graph with the numbers of parameters that have no gradient.</summary>
    private static ModelGraph Frozen(ModelGraph graph, torch.nn.Module module)
    {
        // A key has no dot, so that it is the first part of the name of each weight of its layer.
        ILookup<string, long> counts = module.named_parameters()
            .Where(named => !named.parameter.requires_grad)
            .ToLookup(named => named.name.Split('.')[0], named => named.parameter.numel());
        long Count(ModelLayer layer) => (layer.Inner ?? []).Prepend(layer.Key).Sum(key => counts[key].Sum());
        return graph with { Layers = [.. graph.Layers.Select(layer => layer with { FrozenParameters = Count(layer) })] };
    }

    private static SummaryTable.Row Row(ModelNode node, ModelLayer? layer)
    {
        string shape = $"({string.Join(", ", node.Shape)})" + (node.ElementType is null ? "" : $" {node.ElementType}");
        string count = SummaryTable.Count(SummaryTable.Format(layer?.Parameters ?? 0), SummaryTable.Format(layer?.FrozenParameters ?? 0));
        return new SummaryTable.Row(node.Name, $"{layer?.Description ?? (node.Part is null ? "Input" : "")}{node.Part}", string.Join(", ", node.Inputs), shape, layer?.Name ?? node.Name, count);
    }
}
