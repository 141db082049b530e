namespace GraphGen;

/// <summary>A tensor in the graph: the result of one application of one layer.</summary>
/// <remarks>Its first axis is the batch, <c>N</c>, of any size. A node reaches an output through those that read it, or it is reported (GG2002).</remarks>
public class Node : Operand
{
    internal Node()
    {
    }
}
