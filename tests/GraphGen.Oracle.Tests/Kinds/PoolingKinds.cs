using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GraphGen.Oracle.Tests;

/// <summary>The greatest and the mean of windows.</summary>
internal static class PoolingKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        .. Enumerable.Range(1, 3).SelectMany(axes => new Kind[]
        {
            new($"MaxPooling{axes}D", d => Draw(d, axes), c => Max(c, axes)),
            new($"AveragePooling{axes}D", d => Draw(d, axes), c => Average(c, axes)),
            new($"GlobalMaxPooling{axes}D", d => DrawGlobal(d, axes), c => c.X.amax(Spatial(c, axes), c.Flag("keepDims"))),
            new($"GlobalAveragePooling{axes}D", d => DrawGlobal(d, axes), c => c.X.mean(Spatial(c, axes), c.Flag("keepDims"))),
            new($"AdaptiveMaxPooling{axes}D", d => DrawAdaptive(d, axes), c => Adapt(c, axes, (window, dims) => window.amax(dims, true))),
            new($"AdaptiveAveragePooling{axes}D", d => DrawAdaptive(d, axes), c => Adapt(c, axes, (window, dims) => window.mean(dims, true))),
        }),
    ];

    private static Application? Draw(Drawing d, int axes) => Drawing.Apply(
        d.Node(tensor => tensor.dim() == axes + 2 && (tensor.is_floating_point() || (tensor.dtype == ScalarType.Int64 && d.Chance.OneIn(4)))),
        ("pool", d.Sizes(axes, 1, 3)),
        ("strides", d.Maybe(d.Sizes(axes, 1, 2))),
        ("padding", Windows.DrawPadding(d, axes, 1)));

    private static Application? DrawGlobal(Drawing d, int axes) => Drawing.Apply(d.Floating(axes + 2, axes + 2), ("keepDims", d.Flag()));

    private static Application? DrawAdaptive(Drawing d, int axes) => Drawing.Apply(d.Floating(axes + 2, axes + 2), ("output", d.Sizes(axes, 1, 4)));

    private static Tensor Max(Call c, int axes)
    {
        (Tensor x, long[] pool, long[] strides, long[] padding) = Read(c, axes, c.X.is_floating_point() ? double.NegativeInfinity : -1e9);
        return axes switch
        {
            1 => max_pool1d(x, pool[0], strides[0], padding[0]),
            2 => max_pool2d(x, pool, strides, padding),
            _ => max_pool3d(x, pool, strides, padding),
        };
    }

    /// <summary>The mean of what is there, without what <c>Padding.Same</c> adds.</summary>
    private static Tensor Average(Call c, int axes)
    {
        // In 3D the window must fit the input without its padding.
        Refusal.Unless(axes < 3 || (c.Rank == 5 && c.Sizes("pool", axes).Zip(c.X.shape[2..]).All(pair => pair.First <= pair.Second)), "A window beyond the input.");
        (Tensor x, long[] pool, long[] strides, long[] padding) = Read(c, axes, 0);
        Tensor mean = AverageOf(x, pool, strides, padding);
        if (c.Text("padding") != Word.Same.Text) return mean;
        Tensor there = Windows.Pad(ones_like(c.X).to(ScalarType.Float64), Windows.SameEnds(c, pool, strides, [.. pool.Select(_ => 1L)]));
        Tensor exact = AverageOf(x.to(ScalarType.Float64), pool, strides, padding) / AverageOf(there, pool, strides, padding);
        return (x.is_floating_point() ? exact : exact.trunc()).to(x.dtype);
    }

    private static Tensor AverageOf(Tensor x, long[] pool, long[] strides, long[] padding) => pool.Length switch
    {
        1 => avg_pool1d(x, pool[0], strides[0], padding[0]),
        2 => avg_pool2d(x, pool, strides, padding),
        _ => avg_pool3d(x, pool, strides, padding),
    };

    private static (Tensor X, long[] Pool, long[] Strides, long[] Padding) Read(Call c, int axes, double outside)
    {
        long[] pool = c.Sizes("pool", axes);
        long[] strides = c.Sizes("strides", axes, pool);
        Refusal.Unless(pool.Concat(strides).All(size => size > 0), "A window of nothing.");
        if (c.Text("padding") != Word.Same.Text) return (c.X, pool, strides, c.Sizes("padding", axes, 0));
        return (Windows.Pad(c.X, Windows.SameEnds(c, pool, strides, [.. pool.Select(_ => 1L)]), outside), pool, strides, new long[axes]);
    }

    private static long[] Spatial(Call c, int axes)
    {
        Refusal.Unless(c.Rank == axes + 2, $"{c.Rank} axes.");
        return [.. Enumerable.Range(1, axes).Select(axis => (long)-axis)];
    }

    /// <summary>Window <c>i</c> of <c>n</c> goes from <c>floor(i L / n)</c> to <c>ceil((i + 1) L / n)</c>.</summary>
    private static Tensor Adapt(Call c, int axes, Func<Tensor, long[], Tensor> reduce)
    {
        long[] output = c.Sizes("output", axes);
        Refusal.Unless(c.Rank == axes + 2 && output.All(size => size > 0), $"{c.Rank} axes.");
        Refusal.Unless(c.X.is_floating_point(), $"Elements of {c.X.dtype}.");
        Tensor result = c.X;
        for (int i = 0; i < axes; i++)
        {
            int axis = c.Rank - axes + i;
            (long size, long windows) = (c.X.size(axis), output[i]);
            Tensor whole = result;
            result = cat([.. Enumerable.Range(0, (int)windows).Select(window =>
            {
                long start = window * size / windows;
                long end = (((window + 1) * size) + windows - 1) / windows;
                return reduce(whole.narrow(axis, start, end - start), [axis]);
            })], axis);
        }

        return result;
    }
}
