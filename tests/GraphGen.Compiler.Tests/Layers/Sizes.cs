using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;

namespace GraphGen.Compiler.Tests;

/// <summary>Random arguments of layers with spatial axes, and what TorchSharp takes for them.</summary>
internal static class Sizes
{
    /// <summary>A size as the language takes it: left out, one number, or one for each axis.</summary>
    public static Gen<object?> Of(int axes, Gen<int> number, bool optional) => Gen.Frequency(
        (optional ? 2 : 0, Gen.Const((object?)null)),
        (3, number.Select(one => (object?)one)),
        (3, number.Array[axes].Select(each => (object?)each)));

    /// <summary>The number of each axis.</summary>
    public static long[] Expand(object? size, int axes, long otherwise = 1) => size switch
    {
        null => [.. Enumerable.Repeat(otherwise, axes)],
        int one => [.. Enumerable.Repeat((long)one, axes)],
        int[] each => [.. each.Select(number => (long)number)],
        _ => throw new ArgumentException($"No size is a {size.GetType()}."),
    };

    /// <summary>
    /// A tensor type of channels and spatial axes, now and then with another rank or element type. Not with one axis less: libtorch takes that for a single
    /// example.
    /// </summary>
    public static Gen<TensorType> Input(int axes, int largest = 9) =>
        from rank in Gen.Frequency((8, Gen.Const(axes + 1)), (1, Gen.Int[axes + 2, 5]), (1, Gen.Int[0, axes - 1]))
        from element in Gen.Frequency((6, Gen.Const(ElementType.Float32)), (1, Gen.Enum<ElementType>()))
        from sizes in Gen.Long[1, largest].Array[rank]
        select Rule.Of(element, sizes);

    /// <summary>The number of channels; 1 where there is no such axis.</summary>
    public static long Channels(TensorType input) => input.Shape.Rank > 1 ? input.Shape[1].Value!.Value : 1;

    /// <summary>
    /// The tensor padded as Keras does for <c>same</c>, after the text of its documentation: an output of <c>ceil(L / stride)</c>, evenly padded on both sides,
    /// an odd element at the end.
    /// </summary>
    public static torch.Tensor PadSame(torch.Tensor x, long[] kernel, long[] strides, long[] dilation)
    {
        if (x.Dimensions != kernel.Length + 2) throw new ArgumentException("The tensor has another number of axes.");
        var padding = new List<long>();
        for (int i = kernel.Length - 1; i >= 0; i--)
        {
            long size = x.size(i + 2);
            long covered = ((long)Math.Ceiling((double)size / strides[i]) - 1) * strides[i] + (kernel[i] - 1) * dilation[i] + 1;
            long missing = Math.Max(0, covered - size);
            padding.AddRange([missing / 2, missing - missing / 2]);
        }

        return torch.nn.functional.pad(x, padding.ToArray());
    }
}
