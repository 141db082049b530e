namespace GraphGen;

public static partial class Layers
{
    /// <summary>Nodes one after another along the last axis: <c>N ... A</c> and <c>N ... B</c> give <c>N ... A+B</c>.</summary>
    /// <remarks>Element types are promoted as in torch. Shapes that differ in another axis (GG3002) or in the number of axes (GG3001) are refused.</remarks>
    /// <param name="nodes">What is joined, in this order; too few are refused (GG2007).</param>
    /// <returns>The joined node.</returns>
    public static Node Concatenate(params Node?[] nodes) => Inert.Node;

    /// <summary>Nodes one after another along an axis: along 1, <c>N A ...</c> and <c>N B ...</c> give <c>N A+B ...</c>.</summary>
    /// <remarks>Element types are promoted as in torch. Shapes that differ in another axis (GG3002) or in the number of axes (GG3001) are refused.</remarks>
    /// <param name="axis">
    /// The axis, counting the batch as 0, which itself cannot be joined along; a negative one counts from the last. One that is not there is refused
    /// (GG3009).
    /// </param>
    /// <param name="nodes">What is joined, in this order; too few are refused (GG2007).</param>
    /// <returns>The joined node.</returns>
    public static Node Concatenate(int axis, params Node?[] nodes) => Inert.Node;

    /// <summary>The sum of nodes, element by element.</summary>
    /// <remarks>
    /// Shapes are broadcast and element types promoted as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is
    /// another number of axes, by which torch would align the batch with another axis.
    /// </remarks>
    /// <param name="nodes">What is merged; too few are refused (GG2007).</param>
    /// <returns>The common shape of all nodes, and their common element type.</returns>
    public static Node Add(params Node?[] nodes) => Inert.Node;

    /// <summary>The product of nodes, element by element.</summary>
    /// <remarks>
    /// Shapes are broadcast and element types promoted as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is
    /// another number of axes, by which torch would align the batch with another axis.
    /// </remarks>
    /// <param name="nodes">What is merged; too few are refused (GG2007).</param>
    /// <returns>The common shape of all nodes, and their common element type.</returns>
    public static Node Multiply(params Node?[] nodes) => Inert.Node;

    /// <summary>The mean of nodes, element by element: their sum divided by their number; integers give <c>Float32</c>.</summary>
    /// <remarks>
    /// Shapes are broadcast and element types promoted as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is
    /// another number of axes, by which torch would align the batch with another axis.
    /// </remarks>
    /// <param name="nodes">What is merged; too few are refused (GG2007).</param>
    /// <returns>The common shape of all nodes, and their common element type.</returns>
    public static Node Average(params Node?[] nodes) => Inert.Node;

    /// <summary>The largest of nodes, element by element.</summary>
    /// <remarks>
    /// Shapes are broadcast and element types promoted as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is
    /// another number of axes, by which torch would align the batch with another axis. Complex numbers are refused (GG3008).
    /// </remarks>
    /// <param name="nodes">What is merged; too few are refused (GG2007).</param>
    /// <returns>The common shape of all nodes, and their common element type.</returns>
    public static Node Maximum(params Node?[] nodes) => Inert.Node;

    /// <summary>The smallest of nodes, element by element.</summary>
    /// <remarks>
    /// Shapes are broadcast and element types promoted as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is
    /// another number of axes, by which torch would align the batch with another axis. Complex numbers are refused (GG3008).
    /// </remarks>
    /// <param name="nodes">What is merged; too few are refused (GG2007).</param>
    /// <returns>The common shape of all nodes, and their common element type.</returns>
    public static Node Minimum(params Node?[] nodes) => Inert.Node;

    /// <summary>The difference of two nodes, element by element: <c>a - b</c>.</summary>
    /// <remarks>
    /// Shapes are broadcast and element types promoted as in torch: an axis of size 1 stretches; other sizes that differ are refused (GG3002), and so is
    /// another number of axes, by which torch would align the batch with another axis. <c>Bool</c> is refused (GG3008).
    /// </remarks>
    /// <param name="a">What is subtracted from.</param>
    /// <param name="b">What is subtracted.</param>
    /// <returns>The common shape of both nodes, and their common element type.</returns>
    public static Node Subtract(Node? a, Node? b) => Inert.Node;
}
