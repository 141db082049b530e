using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Inspection;

namespace GraphGen.Generator.Emission;

/// <summary>A checked graph as the rows of its summary, and the counts of its weights.</summary>
internal sealed class GraphTable
{
    private readonly IReadOnlyList<Node> _nodes;
    private readonly Dictionary<Layer, Weight[]> _weights = [];

    /// <param name="nodes">The nodes of the model, each behind those that it reads.</param>
    public GraphTable(IReadOnlyList<Node> nodes)
    {
        _nodes = nodes;
        Layers = [.. nodes.Select(node => node.Layer).OfType<Layer>().Distinct()];
        var counted = new HashSet<Layer>(Layers);
        foreach (Layer layer in Layers) _weights[layer] = [.. WeightsOf(layer, counted)];
    }

    /// <summary>The layers that are applied, in the order of their first application.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    public IEnumerable<string> Lines(string model)
    {
        SummaryTable.Row[] rows =
        [
            .. _nodes.Select(node => new SummaryTable.Row(
                node.Name,
                node.Layer is { } layer ? layer.Kind.Describe(layer) : "Input",
                string.Join(", ", node.Inputs.Select(input => input.Name)),
                node.Type!.ToString(),
                node.Layer?.Name ?? node.Name,
                node.Layer is { } counted ? Parameters(counted) : 0)),
        ];
        return SummaryTable.Lines(model, rows, Layers.Sum(Parameters), Layers.Sum(Buffers));
    }

    public long Parameters(Layer layer) => Count(layer, isTrained: true);

    public long Buffers(Layer layer) => Count(layer, isTrained: false);

    private long Count(Layer layer, bool isTrained) => _weights[layer].Where(weight => weight.IsTrained == isTrained).Sum(weight => weight.Count.Value ?? 0);

    /// <summary>The layer's own weights, and those of the layers in it that have no row of their own: each counts once, in the first row that it is part of.</summary>
    private static IEnumerable<Weight> WeightsOf(Layer layer, HashSet<Layer> counted) =>
        layer.Weights!.Concat(layer.Inner.Where(counted.Add).SelectMany(inner => WeightsOf(inner, counted)));
}
