namespace GraphGen;

public static partial class Layers
{
    /// <summary>All axes after the batch made into one: <c>N C H W -> N C·H·W</c>, and <c>N -> N 1</c>.</summary>
    /// <remarks>Takes any element type.</remarks>
    /// <returns>The layer.</returns>
    public static Layer Flatten() => Inert.Layer;

    /// <summary>The same elements, in the same order, in another shape: <c>N ... -> N shape</c>.</summary>
    /// <remarks>Takes any element type. Another number of elements is refused, and so are two axes that are left open (GG3006).</remarks>
    /// <param name="shape">The size of each axis after the batch. One may be <c>-1</c>: it is what the others leave.</param>
    /// <returns>The layer.</returns>
    public static Layer Reshape(params Dim[] shape) => Inert.Layer;

    /// <summary>The axes after the batch in another order: <c>Permute(2, 1)</c> is <c>N T F -> N F T</c>.</summary>
    /// <remarks>Takes any element type.</remarks>
    /// <param name="axes">For each axis of the result, the axis of the input that it is, counted from 1 after the batch: each once (GG1006), and all (GG3009).</param>
    /// <returns>The layer.</returns>
    public static Layer Permute(params int[] axes) => Inert.Layer;

    /// <summary>A vector as every step of a sequence: <c>N F -> N n F</c>.</summary>
    /// <remarks>Takes any element type, and no other number of axes (GG3001). Nothing is copied: all steps are the same memory.</remarks>
    /// <param name="n">The number of steps, 1 or more (GG1006).</param>
    /// <returns>The layer.</returns>
    public static Layer RepeatVector(Dim n) => Inert.Layer;

    /// <summary>One axis less, which has size 1: along axis 1, <c>N 1 T F -> N T F</c>.</summary>
    /// <remarks>Takes any element type.</remarks>
    /// <param name="axis">
    /// The axis, counting the batch as 0, which itself stays; a negative one counts from the last. One that is not there (GG3009) or has another size (GG3006) is
    /// refused.
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer Squeeze(int axis) => Inert.Layer;

    /// <summary>One more axis, of size 1: along axis 1, <c>N T F -> N 1 T F</c>.</summary>
    /// <remarks>Takes any element type.</remarks>
    /// <param name="axis">
    /// The position of the axis in the result, counting the batch as 0, before which none can come; a negative one counts from the result's last, so that -1
    /// puts it behind all others. One that is not there is refused (GG3009).
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer ExpandDims(int axis) => Inert.Layer;
}
