namespace GraphGen;

public static partial class Layers
{
    /// <summary>Abs</summary>
    public static Node Abs(Node? x) => Inert.Node;

    /// <summary>Exp</summary>
    public static Node Exp(Node? x) => Inert.Node;

    /// <summary>Log</summary>
    public static Node Log(Node? x) => Inert.Node;

    /// <summary>Sqrt</summary>
    public static Node Sqrt(Node? x) => Inert.Node;

    /// <summary>Square</summary>
    public static Node Square(Node? x) => Inert.Node;

    /// <summary>Mean</summary>
    public static Node Mean(Node? x, int? axis = null, bool keepDims = false) => Inert.Node;

    /// <summary>Sum</summary>
    public static Node Sum(Node? x, int? axis = null, bool keepDims = false) => Inert.Node;
}
