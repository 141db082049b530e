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
}
