namespace GraphGen;

/// <summary>What is kept of one axis of a tensor: a range, or one element. See <see cref="Operand.this[Slice[]]"/>.</summary>
/// <remarks>Its bounds are known at build time (GG1004).</remarks>
public readonly struct Slice
{
    /// <summary>Keeps the axis with the elements of the range; a bound may count from the end, as in <c>^3..</c>.</summary>
    public static implicit operator Slice(Range range) => default;

    /// <summary>Takes one element, counted from the end where the index is, and removes the axis.</summary>
    public static implicit operator Slice(Index index) => default;

    /// <summary>Takes one element, counted from 0, and removes the axis.</summary>
    public static implicit operator Slice(int index) => default;
}
