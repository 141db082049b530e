using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A tensor that a layer owns.</summary>
/// <param name="Name">Its key below the layer's.</param>
/// <param name="Axes">Its shape.</param>
/// <param name="IsTrained">False for a buffer, such as a running mean.</param>
internal sealed record Weight(string Name, EquatableArray<Dim> Axes, bool IsTrained = true)
{
    /// <summary>Whether a nested model keeps it from being trained, whatever the layer is.</summary>
    public bool IsFrozen { get; init; }

    public Weight(string name, params Dim[] axes)
        : this(name, axes.ToEquatableArray())
    {
    }

    public static Weight Buffer(string name, params Dim[] axes) => new(name, axes.ToEquatableArray(), IsTrained: false);

    /// <summary>Whether inputs are multiplied with it, or are looked up in it: a bias and a scale have one axis.</summary>
    public bool IsKernel => IsTrained && Axes.Count > 1;

    /// <summary>The number of its elements.</summary>
    public Dim Count => Axes.Aggregate(Dim.One, (product, axis) => product * axis);

    /// <summary>The number of the elements of all these.</summary>
    public static Dim Sum(IEnumerable<Weight> weights) => weights.Aggregate(Dim.Zero, (sum, weight) => sum + weight.Count);
}
