namespace GraphGen.Compiler.Shapes;

/// <summary>The axes of a tensor, the batch first.</summary>
internal sealed record Shape(EquatableArray<Dim> Axes)
{
    public Shape(IEnumerable<Dim> axes)
        : this(axes.ToEquatableArray())
    {
    }

    public int Rank => Axes.Count;

    public Dim this[int axis] => Axes[axis];

    /// <summary>The product of all axes but the batch.</summary>
    /// <exception cref="OverflowException">It is out of the range of 64 bits.</exception>
    public Dim ElementsOfSample => Axes.Skip(1).Aggregate(Dim.One, (product, axis) => product * axis);

    /// <summary>The shape with another size of one axis.</summary>
    public Shape With(int axis, Dim size) => new(Axes.Select((dim, i) => i == axis ? size : dim));

    public Shape Append(Dim size) => new(Axes.Append(size));

    /// <summary>The shape with one more axis, which comes to stand at a position.</summary>
    public Shape Insert(int axis, Dim size) => new([.. Axes.Take(axis), size, .. Axes.Skip(axis)]);

    public Shape Without(int axis) => new(Axes.Where((_, i) => i != axis));

    public Shape WithoutLast(int axes) => new(Axes.Take(Rank - axes));

    /// <summary>The axis counted from the front; null where the shape has none such.</summary>
    public int? Resolve(long axis) => axis >= 0 ? (axis < Rank ? (int)axis : null) : axis >= -Rank ? (int)(axis + Rank) : null;

    public override string ToString() => $"({string.Join(", ", Axes)})";
}
