using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Which tensors of a computation have memory of their own.</summary>
internal sealed class MemoryMap
{
    private const string View = "View";
    private const int ImageRank = 4;

    private readonly Dictionary<Node, string?> _notOwn = [];

    /// <summary>The nodes whose elements may lie in another order than that of their axes.</summary>
    private readonly HashSet<Node> _outOfOrder = [];

    /// <summary>The nodes that lie channels-last in memory.</summary>
    private readonly HashSet<Node> _channelsLast;

    /// <param name="nodes">The nodes, each behind those that it reads.</param>
    /// <param name="layout">The inputs that are brought into channels-last memory.</param>
    /// <param name="statements">The statements that compute them.</param>
    public MemoryMap(IReadOnlyList<Node> nodes, IReadOnlyCollection<Node> layout, ForwardLowering statements)
    {
        _channelsLast = [.. layout];
        foreach (Node node in nodes)
        {
            if (node.Type!.Shape.Rank == ImageRank && node.Inputs.Any(_channelsLast.Contains)) _channelsLast.Add(node);
            if (IsOutOfOrder(node)) _outOfOrder.Add(node);
            _notOwn[node] = node.IsInput ? OfInput(node) : node.Source is not null ? null : statements.TakesOver(node) ? View : Of(node.Layer!, node.Inputs.All(InOrder));
        }
    }

    /// <summary>The member of <c>NodeMemory</c> for a node; null where it has memory of its own.</summary>
    public string? this[Node node] => _notOwn[node];

    /// <summary>The same of what a layer makes of tensors that lie in order or do not.</summary>
    public static string? Of(Layer layer, bool inOrder) => layer.Kind.Sharing switch
    {
        Sharing.None => null,
        Sharing.WholeInInference => "ViewInInference",
        Sharing.WhereInOrder when !inOrder => null,
        _ => View,
    };

    /// <summary>With one channel, channels-last is a matter of strides alone.</summary>
    private string? OfInput(Node input) => _channelsLast.Contains(input) && input.Type!.Shape[1].Value != 1 ? null : View;

    private bool InOrder(Node node) => !_outOfOrder.Contains(node);

    private bool IsOutOfOrder(Node node) => node.Layer?.Kind.Sharing switch
    {
        Sharing.Strided => true,
        Sharing.WhereInOrder => false,
        Sharing.Whole or Sharing.WholeInInference => !node.Inputs.All(InOrder),
        _ => _channelsLast.Contains(node) && node.Type!.Shape is var shape && shape[1].Value != 1 && !(shape[2].Value == 1 && shape[3].Value == 1),
    };
}
