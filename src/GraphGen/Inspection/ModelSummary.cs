using TorchSharp;

namespace GraphGen.Inspection;

/// <summary>A model as a table.</summary>
public static class ModelSummary
{
    private static readonly Dictionary<string, long> s_noSizes = [];

    /// <summary>
    /// The table of a model as it is now: for each node its layer, what it is made from, shapes and element type, the parameters of its layer, how many of them are
    /// trained, its buffer elements, and for one example the multiply-adds and the bytes that <c>forward</c> takes for it in inference; and the totals. A shared
    /// layer's weights count in its first row.
    /// </summary>
    /// <param name="model">The model, a module that GraphGen generated.</param>
    /// <param name="format">How the table is written.</param>
    /// <param name="batchSize">The number of examples of a batch, 1 or more, for which the totals tell the memory in bytes; null for none.</param>
    /// <param name="sizes">Sizes of dynamic dimensions by their names, each 1 or more, which then stand in place of the names; null for none.</param>
    /// <param name="depth">How many levels of nested models and of copies have rows of their own: 0 for none, <see cref="int.MaxValue"/> for all.</param>
    /// <returns>The table, with the batch as <c>N</c>. A cost that the build does not know, of code of the user's, is <c>?</c>, in JSON null.</returns>
    /// <remarks>
    /// A multiply-add is a product that is added to a sum, as matrix products, convolutions, attention and normalizations have them. Functions of single elements
    /// count as none. The memory is that of the tensors that nodes stand for; what a layer takes and gives back while it computes comes on top of that, and so does
    /// what libtorch keeps in reserve.
    /// </remarks>
    /// <exception cref="ArgumentException">The model is no module, or has no dynamic dimension of a name in <paramref name="sizes"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size, the batch size or the depth is out of its range.</exception>
    /// <exception cref="OverflowException">A count is out of the range of 64 bits.</exception>
    public static string Summary(
        this IModel model, SummaryFormat format, long? batchSize = null, IReadOnlyDictionary<string, long>? sizes = null, int depth = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (batchSize is { } batch) ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1, nameof(batchSize));
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        if (model is not torch.nn.Module module) throw new ArgumentException("The model is no module of TorchSharp.", nameof(model));
        ModelGraph graph = Frozen(model.Graph, module);
        Check(sizes ?? s_noSizes, graph);
        SummaryReport report = SummaryReport.Of(graph, module, batchSize, sizes ?? s_noSizes, depth);
        return format switch
        {
            SummaryFormat.Text => SummaryWriter.Text(report),
            SummaryFormat.Markdown => SummaryWriter.Markdown(report),
            SummaryFormat.Json => SummaryWriter.Json(report),
            SummaryFormat.Csv => SummaryWriter.Csv(report),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A summary has one of the formats of SummaryFormat."),
        };
    }

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

    private static void Check(IReadOnlyDictionary<string, long> sizes, ModelGraph graph)
    {
        string[] dimensions = [.. new GraphSizes(graph, s_noSizes).Unknown];
        foreach ((string name, long size) in sizes)
        {
            if (!dimensions.Contains(name))
            {
                string known = dimensions.Length == 0 ? "it has none" : $"it has {string.Join(", ", dimensions)}";
                throw new ArgumentException($"The model {graph.Name} has no dynamic dimension '{name}': {known}.", nameof(sizes));
            }

            if (size < 1) throw new ArgumentOutOfRangeException(nameof(sizes), size, $"The size of '{name}' is 1 or more.");
        }
    }

    /// <summary>The graph with the numbers of parameters that have no gradient.</summary>
    private static ModelGraph Frozen(ModelGraph graph, torch.nn.Module module) =>
        Frozen(graph, module.named_parameters().Where(named => !named.parameter.requires_grad).Select(named => (named.name, named.parameter.numel())));

    /// <summary>The same, of weights by their names below the graph.</summary>
    private static ModelGraph Frozen(ModelGraph graph, IEnumerable<(string Name, long Count)> frozen)
    {
        // A key has no dot, so that it is the first part of the name of each weight of its layer.
        ILookup<string, (string Name, long Count)> counts = frozen.ToLookup(weight => weight.Name.Split('.')[0], weight => (weight.Name[(weight.Name.IndexOf('.', StringComparison.Ordinal) + 1)..], weight.Count));
        return graph with
        {
            Layers =
            [
                .. graph.Layers.Select(layer => layer with
                {
                    FrozenParameters = (layer.Inner ?? []).Prepend(layer.Key).Sum(key => counts[key].Sum(weight => weight.Count)),
                    Graph = layer.Graph is { } inner ? Frozen(inner, counts[layer.Key]) : null,
                }),
            ],
        };
    }

    private static SummaryTable.Row Row(ModelNode node, ModelLayer? layer)
    {
        string shape = $"({string.Join(", ", node.Shape)})" + (node.ElementType is null ? "" : $" {node.ElementType}");
        string count = SummaryTable.Count(SummaryTable.Format(layer?.Parameters ?? 0), SummaryTable.Format(layer?.FrozenParameters ?? 0));
        return new SummaryTable.Row(node.Name, $"{layer?.Description ?? (node.Part is null ? "Input" : "")}{node.Part}", string.Join(", ", node.Inputs), shape, layer?.Name ?? node.Name, count);
    }
}
