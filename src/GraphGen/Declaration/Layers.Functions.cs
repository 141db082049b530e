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

    /// <summary>The sine of each element, in radians.</summary>
    /// <remarks>Takes complex numbers too; integers and <c>Bool</c> give <c>Float32</c>.</remarks>
    /// <param name="x">What the function is applied to, of any shape.</param>
    /// <returns>A node of the same shape.</returns>
    public static Node Sin(Node? x) => Inert.Node;

    /// <summary>The cosine of each element, in radians.</summary>
    /// <remarks>Takes complex numbers too; integers and <c>Bool</c> give <c>Float32</c>.</remarks>
    /// <param name="x">What the function is applied to, of any shape.</param>
    /// <returns>A node of the same shape.</returns>
    public static Node Cos(Node? x) => Inert.Node;

    /// <summary>Each element brought into a range: <c>min(max(x, min), max)</c>.</summary>
    /// <remarks>
    /// Takes integers and <c>Bool</c> too. Whole bounds keep integers, as in <c>Clip(ids, 0, 9)</c>, and must be among their numbers (GG3008); others, such as
    /// 9.0, give <c>Float32</c>. Whole bounds of <c>Bool</c> give <c>Int64</c>.
    /// </remarks>
    /// <param name="x">What the function is applied to, of any shape.</param>
    /// <param name="min">The least number of the result; minus infinity for none. NaN is refused (GG1006).</param>
    /// <param name="max">The greatest number of the result, <paramref name="min"/> or more (GG1006); infinity for none.</param>
    /// <returns>A node of the same shape.</returns>
    public static Node Clip(Node? x, double min, double max) => Inert.Node;

    /// <summary><c>x^p</c>, element by element.</summary>
    /// <remarks>
    /// Takes all types. Whole powers keep integers, as in <c>Pow(ids, 2)</c>, and may not be negative (GG3008); others, such as 2.0, give <c>Float32</c>. Whole
    /// powers of <c>Bool</c> give <c>Int64</c>.
    /// </remarks>
    /// <param name="x">What the function is applied to, of any shape.</param>
    /// <param name="p">The power, finite (GG1006).</param>
    /// <returns>A node of the same shape.</returns>
    public static Node Pow(Node? x, double p) => Inert.Node;

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

    /// <summary>The largest element along an axis, or of each example.</summary>
    /// <remarks>Takes all types but complex numbers (GG3008). Where several are the largest, each has the same part of the gradient.</remarks>
    /// <param name="x">What is reduced, with an axis after the batch (GG3001).</param>
    /// <param name="axis">
    /// The axis, counting the batch as 0, which itself cannot be reduced; a negative one counts from the last. One that is not there is refused (GG3009). All
    /// axes but the batch by default.
    /// </param>
    /// <param name="keepDims">Whether a reduced axis stays, with size 1; false by default.</param>
    /// <returns><c>N T F</c> gives <c>N F</c> along axis 1 and <c>N</c> along all; with <c>keepDims</c>, <c>N 1 F</c> and <c>N 1 1</c>.</returns>
    public static Node Max(Node? x, int? axis = null, bool keepDims = false) => Inert.Node;

    /// <summary>The smallest element along an axis, or of each example.</summary>
    /// <remarks>Takes all types but complex numbers (GG3008). Where several are the smallest, each has the same part of the gradient.</remarks>
    /// <param name="x">What is reduced, with an axis after the batch (GG3001).</param>
    /// <param name="axis">
    /// The axis, counting the batch as 0, which itself cannot be reduced; a negative one counts from the last. One that is not there is refused (GG3009). All
    /// axes but the batch by default.
    /// </param>
    /// <param name="keepDims">Whether a reduced axis stays, with size 1; false by default.</param>
    /// <returns><c>N T F</c> gives <c>N F</c> along axis 1 and <c>N</c> along all; with <c>keepDims</c>, <c>N 1 F</c> and <c>N 1 1</c>.</returns>
    public static Node Min(Node? x, int? axis = null, bool keepDims = false) => Inert.Node;

    /// <summary>The position of the largest element along an axis, from 0; without an axis, its position among all elements of the example, in their order in memory.</summary>
    /// <remarks>Takes the real types (GG3008) and gives <c>Int64</c>, which has no gradient. Of several that are the largest, any.</remarks>
    /// <param name="x">What is reduced, with an axis after the batch (GG3001).</param>
    /// <param name="axis">
    /// The axis, counting the batch as 0, which itself cannot be reduced; a negative one counts from the last. One that is not there is refused (GG3009). All
    /// axes but the batch by default.
    /// </param>
    /// <param name="keepDims">Whether a reduced axis stays, with size 1; false by default.</param>
    /// <returns><c>N T F</c> gives <c>N F</c> along axis 1 and <c>N</c> along all; with <c>keepDims</c>, <c>N 1 F</c> and <c>N 1 1</c>.</returns>
    public static Node ArgMax(Node? x, int? axis = null, bool keepDims = false) => Inert.Node;

    /// <summary>The Euclidean norm along an axis, or of each example: <c>√Σ|x|²</c>.</summary>
    /// <remarks>Takes complex numbers too, which give real ones; integers and <c>Bool</c> are refused (GG3008).</remarks>
    /// <param name="x">What is reduced, with an axis after the batch (GG3001).</param>
    /// <param name="axis">
    /// The axis, counting the batch as 0, which itself cannot be reduced; a negative one counts from the last. One that is not there is refused (GG3009). All
    /// axes but the batch by default.
    /// </param>
    /// <param name="keepDims">Whether a reduced axis stays, with size 1; false by default.</param>
    /// <returns><c>N T F</c> gives <c>N F</c> along axis 1 and <c>N</c> along all; with <c>keepDims</c>, <c>N 1 F</c> and <c>N 1 1</c>.</returns>
    public static Node Norm(Node? x, int? axis = null, bool keepDims = false) => Inert.Node;
}
