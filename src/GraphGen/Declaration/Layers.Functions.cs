namespace GraphGen;

public static partial class Layers
{
    /// <summary>The absolute value of each element.</summary>
    /// <remarks>Takes the real types, and complex numbers, which give real ones; <c>Bool</c> is refused (GG3008).</remarks>
    /// <param name="x">What the function is applied to, of any shape.</param>
    /// <returns>A node of the same shape.</returns>
    public static Node Abs(Node? x) => Inert.Node;

    /// <summary><c>e^x</c>, element by element.</summary>
    /// <remarks>Takes complex numbers too; integers and <c>Bool</c> give <c>Float32</c>.</remarks>
    /// <param name="x">What the function is applied to, of any shape.</param>
    /// <returns>A node of the same shape.</returns>
    public static Node Exp(Node? x) => Inert.Node;

    /// <summary>The natural logarithm of each element: minus infinity for 0, and not a number below it.</summary>
    /// <remarks>Takes complex numbers too; integers and <c>Bool</c> give <c>Float32</c>.</remarks>
    /// <param name="x">What the function is applied to, of any shape.</param>
    /// <returns>A node of the same shape.</returns>
    public static Node Log(Node? x) => Inert.Node;

    /// <summary>The square root of each element: not a number below 0.</summary>
    /// <remarks>Takes complex numbers too; integers and <c>Bool</c> give <c>Float32</c>.</remarks>
    /// <param name="x">What the function is applied to, of any shape.</param>
    /// <returns>A node of the same shape.</returns>
    public static Node Sqrt(Node? x) => Inert.Node;

    /// <summary>The square of each element.</summary>
    /// <remarks>Takes all types and returns the type that it took; <c>Bool</c> gives <c>Int64</c>.</remarks>
    /// <param name="x">What the function is applied to, of any shape.</param>
    /// <returns>A node of the same shape.</returns>
    public static Node Square(Node? x) => Inert.Node;

    /// <summary>The mean along an axis, or of each example.</summary>
    /// <remarks>Takes complex numbers too; integers and <c>Bool</c> are refused (GG3008).</remarks>
    /// <param name="x">What is reduced, with an axis after the batch (GG3001).</param>
    /// <param name="axis">
    /// The axis, counting the batch as 0, which itself cannot be reduced; a negative one counts from the last. One that is not there is refused (GG3009). All
    /// axes but the batch by default.
    /// </param>
    /// <param name="keepDims">Whether a reduced axis stays, with size 1; false by default.</param>
    /// <returns><c>N T F</c> gives <c>N F</c> along axis 1 and <c>N</c> along all; with <c>keepDims</c>, <c>N 1 F</c> and <c>N 1 1</c>.</returns>
    public static Node Mean(Node? x, int? axis = null, bool keepDims = false) => Inert.Node;

    /// <summary>The sum along an axis, or of each example.</summary>
    /// <remarks>Takes all types; integers and <c>Bool</c> give <c>Int64</c>.</remarks>
    /// <param name="x">What is reduced, with an axis after the batch (GG3001).</param>
    /// <param name="axis">
    /// The axis, counting the batch as 0, which itself cannot be reduced; a negative one counts from the last. One that is not there is refused (GG3009). All
    /// axes but the batch by default.
    /// </param>
    /// <param name="keepDims">Whether a reduced axis stays, with size 1; false by default.</param>
    /// <returns><c>N T F</c> gives <c>N F</c> along axis 1 and <c>N</c> along all; with <c>keepDims</c>, <c>N 1 F</c> and <c>N 1 1</c>.</returns>
    public static Node Sum(Node? x, int? axis = null, bool keepDims = false) => Inert.Node;
}
