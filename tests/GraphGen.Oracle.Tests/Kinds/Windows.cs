using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GraphGen.Oracle.Tests;

/// <summary>What kernels and windows have in common.</summary>
internal static class Windows
{
    /// <summary>What is added at the ends of an axis by <c>Padding.Same</c>, as Keras documents it.</summary>
    public static (long Before, long After) Same(long size, long kernel, long stride, long dilation)
    {
        long positions = (size + stride - 1) / stride;
        long missing = Math.Max(((positions - 1) * stride) + ((kernel - 1) * dilation) + 1 - size, 0);
        return (missing / 2, missing - (missing / 2));
    }

    /// <summary>The tensor with so much of a value added at the ends of its last axes.</summary>
    public static Tensor Pad(Tensor tensor, IReadOnlyList<(long Before, long After)> ends, double value = 0) =>
        pad(tensor, [.. ends.Reverse().SelectMany(end => new[] { end.Before, end.After })], value: value);

    /// <summary>The ends that <c>Padding.Same</c> adds to the spatial axes of a call's input.</summary>
    public static (long Before, long After)[] SameEnds(Call c, long[] kernel, long[] strides, long[] dilation)
    {
        Refusal.Unless(c.Rank == kernel.Length + 2, $"{c.Rank} axes.");
        Refusal.Unless(kernel.Concat(strides).Concat(dilation).All(size => size > 0), "A window of nothing.");
        return [.. kernel.Select((size, i) => Same(c.X.size(i + 2), size, strides[i], dilation[i]))];
    }

    /// <summary>Padding by chance: none, a number, or as much as the strides alone make smaller.</summary>
    public static object? DrawPadding(Drawing d, int axes, long greatest) => d.Chance.Between(0, 3) switch
    {
        0 => Word.Same,
        1 => d.Sizes(axes, 0, greatest),
        _ => null,
    };
}
