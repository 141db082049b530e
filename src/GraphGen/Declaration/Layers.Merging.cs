namespace GraphGen;

public static partial class Layers
{
    /// <summary>Concatenation.</summary>
    public static Node Concatenate(params Node?[] nodes) => Inert.Node;

    /// <summary>Concatenation.</summary>
    public static Node Concatenate(int axis, params Node?[] nodes) => Inert.Node;

    /// <summary>Add</summary>
    public static Node Add(params Node?[] nodes) => Inert.Node;

    /// <summary>Multiply</summary>
    public static Node Multiply(params Node?[] nodes) => Inert.Node;

    /// <summary>Average</summary>
    public static Node Average(params Node?[] nodes) => Inert.Node;

    /// <summary>Maximum</summary>
    public static Node Maximum(params Node?[] nodes) => Inert.Node;

    /// <summary>Minimum</summary>
    public static Node Minimum(params Node?[] nodes) => Inert.Node;

    /// <summary>Difference.</summary>
    public static Node Subtract(Node? a, Node? b) => Inert.Node;
}
