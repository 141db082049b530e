using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Shapes;
using GraphGen.Inspection;

namespace GraphGen.Generator.Emission;

/// <summary>A checked graph as the rows of its summary, and the counts of its weights.</summary>
internal sealed class GraphTable
{
    private readonly IReadOnlyList<NodeRow> _rows;
    private readonly Dictionary<Layer, Layer[]> _parts = [];

    /// <param name="nodes">The nodes of the model, each behind those that it reads.</param>
    public GraphTable(IReadOnlyList<Node> nodes)
    {
        _rows = NodeRow.Of(nodes);
        Layers = [.. nodes.Select(node => node.Layer).OfType<Layer>().Distinct()];
        var counted = new HashSet<Layer>(Layers);
        foreach (Layer layer in Layers) _parts[layer] = [.. PartsOf(layer, counted)];
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
                row.Layer is { } counted ? Format([counted], Parameters) : "0")),
        ];
        return SummaryTable.Lines(model, rows, Format(Layers, Parameters), Format(Layers, Buffers));
    }

    /// <summary>The layers in a row whose modules the program counts.</summary>
    public IEnumerable<Layer> CountedAtRunTime(Layer layer) => _parts[layer].Where(part => part.Kind.CountsAtRunTime);

    public Dim Parameters(Layer layer) => Count(layer, isTrained: true);

    public Dim Buffers(Layer layer) => Count(layer, isTrained: false);

    /// <summary>What the build knows, and a question mark where the program will count more.</summary>
    private string Format(IReadOnlyList<Layer> layers, Func<Layer, Dim> countOf)
    {
        Dim count = layers.Select(countOf).Aggregate((Dim)0, (sum, next) => sum + next);
        string known = count.Value is { } number ? SummaryTable.Format(number) : count.ToString();
        return !layers.Any(layer => CountedAtRunTime(layer).Any()) ? known : count.Value == 0 ? "?" : $"{known} + ?";
    }

    private Dim Count(Layer layer, bool isTrained) =>
        _parts[layer].SelectMany(part => part.Weights!).Where(weight => weight.IsTrained == isTrained).Aggregate((Dim)0, (sum, weight) => sum + weight.Count);

    /// <summary>The layer, and the layers in it that have no row of their own: the weights of each count once, in the first row that it is part of.</summary>
    private static IEnumerable<Layer> PartsOf(Layer layer, HashSet<Layer> counted) =>
        layer.Inner.Where(counted.Add).SelectMany(inner => PartsOf(inner, counted)).Prepend(layer);
}
