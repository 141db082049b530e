namespace GraphGen;

/// <summary>A tensor in the graph: the result of one application of one layer. Its first axis is the batch, <c>N</c>.</summary>
public class Node : Operand
{
    internal Node()
    {
    }
}
