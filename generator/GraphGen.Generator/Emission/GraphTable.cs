using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Shapes;
using GraphGen.Inspection;

namespace GraphGen.Generator.Emission;

/// <summary>A checked graph as the rows of its summary, and the counts of its weights.</summary>
internal sealed class GraphTable
{
    private readonly IReadOnlyList<NodeRow> _rows;
    private readonly Dictionary<Layer, Weight[]> _weights = [];

    /// <param name="nodes">The nodes of the model, each behind those that it reads.</param>
    public GraphTable(IReadOnlyList<Node> nodes)
    {
        _rows = NodeRow.Of(nodes);
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
            .. _rows.Select(row => new SummaryTable.Row(
                row.Node.Name,
                row.Description,
                string.Join(", ", row.Inputs.Select(input => input.Name)),
                row.Node.Type!.ToString(),
                row.Layer?.Name ?? row.Node.Name,
                row.Layer is { } counted ? Format(Parameters(counted)) : "0")),
        ];
        return SummaryTable.Lines(model, rows, Format(Layers.Select(Parameters).Aggregate((Dim)0, (sum, count) => sum + count)), Format(Layers.Select(Buffers).Aggregate((Dim)0, (sum, count) => sum + count)));
    }

    public Dim Parameters(Layer layer) => Count(layer, isTrained: true);

    public Dim Buffers(Layer layer) => Count(layer, isTrained: false);

    private static string Format(Dim count) => count.Value is { } number ? SummaryTable.Format(number) : count.ToString();

    private Dim Count(Layer layer, bool isTrained) =>
        _weights[layer].Where(weight => weight.IsTrained == isTrained).Aggregate((Dim)0, (sum, weight) => sum + weight.Count);

    /// <summary>The layer's own weights, and those of the layers in it that have no row of their own: each counts once, in the first row that it is part of.</summary>
    private static IEnumerable<Weight> WeightsOf(Layer layer, HashSet<Layer> counted) =>
        layer.Weights!.Concat(layer.Inner.Where(counted.Add).SelectMany(inner => WeightsOf(inner, counted)));
}
