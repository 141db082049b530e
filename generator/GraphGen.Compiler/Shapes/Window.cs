namespace GraphGen.Compiler.Shapes;

/// <summary>How a kernel or a pooling window moves along one axis, in elements.</summary>
/// <param name="Kernel">The elements that it looks at.</param>
/// <param name="Stride">From one position to the next.</param>
/// <param name="Dilation">From one element that it looks at to the next.</param>
/// <param name="Padding">Added at each end of the axis; null for as much as makes <c>L</c> elements into <c>ceil(L / Stride)</c>.</param>
internal readonly record struct Window(Dim Kernel, Dim Stride, Dim Dilation, long? Padding)
{
    /// <summary>From the first to the last element that it looks at.</summary>
    public Dim Extent => ((Kernel - 1) * Dilation) + 1;

    /// <summary>The padding at each end of the axis where it is the same at both ends and for all inputs; null where it depends on the input's size.</summary>
    public long? FixedPadding => Padding ?? (Extent.Value is { } extent && (extent == 1 || (Stride.Value == 1 && extent % 2 == 1)) ? extent / 2 : null);

    /// <summary>The number of its positions.</summary>
    public Dim Positions(Dim size) => Padding is { } padding ? ((size + (2 * padding) - Extent) / Stride) + 1 : (size + (Stride - 1)) / Stride;

    /// <summary>
    /// The elements added before and after an axis of such a size; null where the build does not know them. Without a given padding: half of what is missing at
    /// each end, an odd one at the end, as in Keras.
    /// </summary>
    public Ends? PaddingOf(Dim size)
    {
        if (Padding is { } padding) return new Ends(padding, padding);
        if (Extent.Value is not { } extent || Stride.Value is null || ((size - 1) % Stride).Value is not { } rest) return null;

        // The last position begins at the last multiple of the stride, which leaves so many elements behind it.
        long missing = Math.Max(extent - 1 - rest, 0);
        return new Ends(missing / 2, missing - (missing / 2));
    }
}
