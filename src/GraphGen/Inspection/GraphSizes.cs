using System.Globalization;

namespace GraphGen.Inspection;

/// <summary>A graph with values of some of its dimensions.</summary>
internal sealed class GraphSizes
{
    public const string Batch = "N";

    private readonly Dictionary<string, long> _values;

    /// <param name="graph">The graph.</param>
    /// <param name="values">The values of its dimensions by their names, of which it may have others.</param>
    public GraphSizes(ModelGraph graph, IEnumerable<KeyValuePair<string, long>> values)
    {
        Graph = graph;
        _values = new Dictionary<string, long>(values);
        Layers = graph.Layers.ToDictionary(layer => layer.Name);
        Nodes = graph.Nodes.ToDictionary(node => node.Name);
    }

    public ModelGraph Graph { get; }

    public IReadOnlyDictionary<string, ModelLayer> Layers { get; }

    public IReadOnlyDictionary<string, ModelNode> Nodes { get; }

    /// <summary>The names of the dimensions that have no value, the batch's not among them.</summary>
    public IEnumerable<string> Unknown =>
        Graph.Nodes.SelectMany(node => node.Shape).SelectMany(SizeExpression.NamesIn).Distinct().Where(name => name != Batch && !_values.ContainsKey(name));

    /// <summary>The layer that makes a node; null of an input, and of a further result that has a row beside its layer's.</summary>
    public ModelLayer? LayerOf(ModelNode node) => node.Layer is null ? null : Layers[node.Layer];

    /// <summary>A size as a number where its dimensions have values.</summary>
    public string Show(string size) => ValueOf(size) is { } value ? value.ToString(CultureInfo.InvariantCulture) : size;

    public long? ValueOf(string size) => SizeExpression.Evaluate(size, name => _values.TryGetValue(name, out long value) ? value : null);

    /// <summary>The sizes of a node's axes; null where one is not known.</summary>
    public long[]? ShapeOf(ModelNode node)
    {
        long?[] axes = [.. node.Shape.Select(ValueOf)];
        return axes.Contains(null) ? null : [.. axes.Select(axis => axis!.Value)];
    }

    /// <summary>The graph within the layer of a node, with those dimensions that its inputs tell.</summary>
    public GraphSizes Within(ModelNode node)
    {
        ModelLayer layer = Layers[node.Layer!];
        ModelGraph inner = layer.Graph!;
        var values = new Dictionary<string, long>(_values);
        foreach (string symbol in inner.Nodes.SelectMany(one => one.Shape).SelectMany(SizeExpression.NamesIn)) values.Remove(symbol);
        (string Declared, long? Actual)[] axes =
        [
            .. inner.Inputs.Zip(node.Inputs, (name, outer) => inner.Nodes.Single(one => one.Name == name).Shape.Zip(OfCall(layer, Nodes[outer]), (declared, actual) => (declared, actual)))
                .SelectMany(axis => axis),
        ];

        // Each dimension that is seen may show another.
        while (axes.Any(axis => Solve(axis.Declared, axis.Actual, values)))
        {
        }

        // Copies are in the dimensions of the model around them.
        if (layer.Kind == "Repeat")
        {
            foreach (KeyValuePair<string, long> value in _values) values.TryAdd(value.Key, value.Value);
        }

        return new GraphSizes(inner, values);
    }

    /// <summary>The sizes with which a layer takes a node: of a sequence whose steps go through the batch, those of the steps.</summary>
    private IEnumerable<long?> OfCall(ModelLayer layer, ModelNode input)
    {
        long?[] axes = [.. input.Shape.Select(ValueOf)];
        return layer.Kind == "TimeDistributed" ? axes.Skip(2).Prepend(axes[0] * axes[1]) : axes;
    }

    /// <summary>Finds the value of the one unknown dimension of an axis that grows evenly with it.</summary>
    private static bool Solve(string declared, long? actual, Dictionary<string, long> values)
    {
        if (actual is null || SizeExpression.NamesIn(declared).Where(name => !values.ContainsKey(name)).ToArray() is not [var unknown]) return false;
        long? With(long value) => SizeExpression.Evaluate(declared, name => name == unknown ? value : values[name]);
        long? slope = With(1) - With(0);
        if (slope is null or 0 || (actual - With(0)) / slope is not { } found || With(found) != actual) return false;
        values.Add(unknown, found);
        return true;
    }
}
