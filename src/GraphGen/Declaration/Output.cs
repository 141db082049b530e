namespace GraphGen;

/// <summary>A model output; the order of declaration is the order in the result of <c>forward</c>. It can be used wherever a node can.</summary>
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
