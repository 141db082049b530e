using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Inspection;

namespace GraphGen.Generator.Emission;

/// <summary>A checked graph as the rows of its summary, and the counts of its weights.</summary>
internal static class GraphTable
{
    public static IEnumerable<string> Lines(string model, IReadOnlyList<Node> nodes, IReadOnlyList<Layer> layers)
    {
        SummaryTable.Row[] rows =
        [
            .. nodes.Select(node => new SummaryTable.Row(
                node.Name,
                node.Layer is { } layer ? layer.Kind.Describe(layer) : "Input",
                string.Join(", ", node.Inputs.Select(input => input.Name)),
                node.Type!.ToString(),
                node.Layer?.Name ?? node.Name,
                node.Layer is { } counted ? Parameters(counted) : 0)),
        ];
        return SummaryTable.Lines(model, rows, layers.Sum(Parameters), layers.Sum(Buffers));
    }

    public static long Parameters(Layer layer) => Count(layer, isTrained: true);

    public static long Buffers(Layer layer) => Count(layer, isTrained: false);

    /// <summary>The elements of the layer's own weights, and of the layers in it that have no field, and so no row, of their own.</summary>
    private static long Count(Layer layer, bool isTrained) =>
        layer.Weights!.Where(weight => weight.IsTrained == isTrained).Sum(weight => weight.Count.Value ?? 0)
        + layer.Inner.Where(inner => inner.Applications.Count == 0).Sum(inner => Count(inner, isTrained));
}
