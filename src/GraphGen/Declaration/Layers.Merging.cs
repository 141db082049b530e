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

    /// <summary>Nodes of one shape side by side along a new axis: along 1, two of <c>N T F</c> give <c>N 2 T F</c>.</summary>
    /// <remarks>Element types are promoted as in torch. Other shapes are refused (GG3002).</remarks>
    /// <param name="axis">
    /// The position of the axis in the result, counting the batch as 0, before which none can come; a negative one counts from the result's last, so that -1
    /// puts it behind all others. One that is not there is refused (GG3009).
    /// </param>
    /// <param name="nodes">What is stacked, in this order; too few are refused (GG2007).</param>
    /// <returns>The stacked node.</returns>
    public static Node Stack(int axis, params Node?[] nodes) => Inert.Node;

    /// <summary>Dot products of two nodes along an axis of each, example by example, as in Keras: <c>N F</c> and <c>N F</c> give <c>N 1</c>.</summary>
    /// <remarks>
    /// Takes all types but <c>Bool</c>, the same for both (GG3008): there torch promotes none. Sizes that differ along the axis are refused (GG3002).
    /// </remarks>
    /// <param name="a">The node whose other axes come first in the result.</param>
    /// <param name="b">The node whose other axes come last.</param>
    /// <param name="axis">
    /// The axis of both that is summed along, counting the batch as 0, which itself is not; a negative one counts from the last of each, and the last is the
    /// default. One that is not there is refused (GG3009).
    /// </param>
    /// <param name="normalize">
    /// Whether the vectors are divided by their lengths first, so that their products are the cosines of the angles between them; false by default. Takes the
    /// floating and complex types (GG3008).
    /// </param>
    /// <returns>Along axis 1, <c>N K A</c> and <c>N K B</c> give <c>N A B</c>; where no other axis is left, <c>N 1</c>.</returns>
    public static Node Dot(Node? a, Node? b, int axis = -1, bool normalize = false) => Inert.Node;

    /// <summary>The matrix product of two nodes for each example: <c>N ... I K</c> and <c>N ... K J</c> give <c>N ... I J</c>.</summary>
    /// <remarks>
    /// Takes all types but <c>Bool</c>, the same for both (GG3008): there torch promotes none. The axes between batch and matrices are broadcast: one of size 1
    /// stretches; other sizes that differ are refused (GG3002), and so are other numbers of axes.
    /// </remarks>
    /// <param name="a">The matrices on the left, with three axes or more (GG3001).</param>
    /// <param name="b">The matrices on the right, with as many axes, and as many rows as those on the left have columns (GG3002).</param>
    /// <returns>The products.</returns>
    public static Node MatMul(Node? a, Node? b) => Inert.Node;
}
