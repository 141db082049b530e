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
                row.Layer is null ? "0" : SummaryTable.Count(Format(Parts(row.Layer), Parameters), FormatFrozen(Parts(row.Layer))))),
        ];
        Layer[] parts = [.. Layers.SelectMany(Parts)];
        string totals = SummaryTable.Totals(
            Format(parts, Parameters), Format(parts.Where(part => !part.IsFrozen), layer => Parameters(layer).Where(weight => !weight.IsFrozen)), FormatFrozen(parts), Format(parts, Buffers));
        return SummaryTable.Lines(model, rows, totals);
    }

    /// <summary>The layer, and the layers in it that have no row of their own: the weights of each count once, in the first row that it is part of.</summary>
    public IReadOnlyList<Layer> Parts(Layer layer) => _parts[layer];

    /// <summary>The weights of a layer that are trained or frozen.</summary>
    public static IEnumerable<Weight> Parameters(Layer layer) => layer.Weights!.Where(weight => weight.IsTrained);

    /// <summary>The weights of a layer that are saved and not trained.</summary>
    public static IEnumerable<Weight> Buffers(Layer layer) => layer.Weights!.Where(weight => !weight.IsTrained);

    private static string FormatFrozen(IEnumerable<Layer> parts) => Format(parts.Where(part => part.IsFrozen || part.FrozenWeights.Any()), layer => layer.FrozenWeights);

    /// <summary>What the build knows, and a question mark where the program will count more.</summary>
    private static string Format(IEnumerable<Layer> parts, Func<Layer, IEnumerable<Weight>> weights)
    {
        Dim count = Weight.Sum(parts.SelectMany(weights));
        string known = count.Value is { } number ? SummaryTable.Format(number) : count.ToString();
        return !parts.Any(part => part.Kind.CountsAtRunTime) ? known : count.Value == 0 ? "?" : $"{known} + ?";
    }

    private static IEnumerable<Layer> PartsOf(Layer layer, HashSet<Layer> counted) =>
        layer.Inner.Where(counted.Add).SelectMany(inner => PartsOf(inner, counted)).Prepend(layer);
}
