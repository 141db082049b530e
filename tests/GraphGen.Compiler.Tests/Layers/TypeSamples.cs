using CsCheck;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests.Layers;

/// <summary>Random tensor types.</summary>
internal static class TypeSamples
{
    /// <summary>Every type, and the model's more often: what libtorch refuses takes it long.</summary>
    public static readonly Gen<ElementType> Element = Gen.OneOf([.. Enum.GetValues<ElementType>(), .. Enumerable.Repeat(ElementType.Float32, 12)]);

    public static readonly Gen<long[]> Axes = Gen.Long[1, 4].Array[0, 3];

    public static readonly Gen<TensorType> Any = Gen.Select(Element, Axes, Rule.Of);

    /// <summary>Several types whose sizes often agree, or are 1.</summary>
    public static readonly Gen<TensorType[]> Several =
        from axes in Gen.Long[2, 3].Array[0, 3]
        from count in Gen.Int[2, 4]
        from types in Gen.Select(Element, Gen.Int[0, 9].Array[3], Gen.Int[0, 19], (element, dice, rank) => Vary(element, axes, dice, rank)).Array[count]
        select types;

    private static TensorType Vary(ElementType element, long[] axes, int[] dice, int rank)
    {
        IEnumerable<long> sizes = axes.Select((size, axis) => dice[axis] switch { 0 => size + 1, < 4 => 1, _ => size });
        return Rule.Of(element, rank switch { 0 => [.. sizes.Skip(1)], 1 => [.. sizes, 2], _ => [.. sizes] });
    }
}
