namespace GraphGen.Compiler.Graphs;

/// <summary>A node as summaries and descriptions show it: an output that is chosen from a nested model stands for the application of that model.</summary>
/// <param name="Node">The node.</param>
/// <param name="Layer">The layer that makes it; null for an input, and for a further result that has a row beside its layer's.</param>
/// <param name="Inputs">What it is made from.</param>
internal sealed record NodeRow(Node Node, Layer? Layer, IReadOnlyList<Node> Inputs)
{
    public static IReadOnlyList<NodeRow> Of(IEnumerable<Node> nodes) =>
    [
        .. from node in nodes
           where !node.IsOfPartsOnly
           select node.Source is { IsOfPartsOnly: true } source ? new NodeRow(node, source.Layer, source.Inputs) : new NodeRow(node, node.Layer, node.Inputs),
    ];

    /// <summary>What makes the node, as a summary names it: <c>Dense(10, ReLU)</c>.</summary>
    public string Description => Node.IsInput ? "Input" : $"{(Layer is { } layer ? layer.Kind.Describe(layer) : "")}{Node.PartName}";
}
