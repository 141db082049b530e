namespace GraphGen;

/// <summary>What one axis of a node is reduced to: a range of it, or one element of it. Bounds are known at build (GG1004) and lie within the axis (GG3004).</summary>
public readonly struct Slice
{
    /// <summary>Keeps the axis and, of its elements, those in a range.</summary>
    public static implicit operator Slice(Range range) => default;

    /// <summary>Keeps one element, counted from the start or from the end, and removes the axis.</summary>
    public static implicit operator Slice(Index index) => default;

    /// <summary>Keeps one element, counted from the start, and removes the axis.</summary>
    public static implicit operator Slice(int index) => default;
}
