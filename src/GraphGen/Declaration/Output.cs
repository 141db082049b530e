namespace GraphGen;

/// <summary>A model output. It can be used wherever a node can, so that an output may feed further layers.</summary>
/// <remarks>The order of declaration is the order in the result of <c>forward</c>. An output that depends on no input is refused (GG2003).</remarks>
public sealed class Output : Operand
{
    internal Output()
    {
    }

    /// <summary>Makes a node a model output.</summary>
    public static implicit operator Output(Node? node) => Inert.Output;

    /// <summary>The node that is the model output.</summary>
    public static implicit operator Node(Output? output) => Inert.Node;
}
