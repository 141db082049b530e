using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GraphGen.Oracle.Tests;

/// <summary>More and fewer elements along spatial axes.</summary>
internal static class ResizingKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        .. Enumerable.Range(1, 3).SelectMany(axes => new Kind[]
        {
            new($"ZeroPadding{axes}D", d => Drawing.Apply(d.Any(axes + 2, axes + 2), ("padding", DrawEnds(d, axes))), c => Windows.Pad(c.X, Ends(c, axes, "padding"))),
            new($"Cropping{axes}D", d => Drawing.Apply(d.Any(axes + 2, axes + 2), ("cropping", DrawEnds(d, axes))), c => Crop(c, axes)),
            new($"UpSampling{axes}D", d => DrawUpSampling(d, axes), c => UpSample(c, axes)),
        }),
        new("PixelShuffle", d => Drawing.Apply(d.Node(tensor => tensor.dim() >= 4 && tensor.dim() < 6 && tensor.size(-3) % 4 == 0) ?? d.Any(4, 4), ("factor", d.Whole(1, 2))), Shuffle),
    ];

    private static object DrawEnds(Drawing d, int axes)
    {
        if (d.Chance.OneIn(2)) return d.Sizes(axes, 0, 2);
        long[] Pair() => [d.Whole(0, 2), d.Whole(0, 1)];
        return axes == 1 ? Pair() : Enumerable.Range(0, axes).Select(_ => Pair()).ToArray();
    }

    private static (long Before, long After)[] Ends(Call c, int axes, string argument)
    {
        (long, long)[] ends = c.Layer[argument] switch
        {
            long[][] pairs => [.. pairs.Select(pair => (pair[0], pair[1]))],
            long[] pair when axes == 1 => [(pair[0], pair[1])],
            _ => [.. c.Sizes(argument, axes).Select(size => (size, size))],
        };
        Refusal.Unless(c.Rank == axes + 2 && ends.Length == axes, $"{ends.Length} axes, and {c.Rank}.");
        Refusal.Unless(ends.All(end => end.Item1 >= 0 && end.Item2 >= 0), "Fewer than no elements.");
        return ends;
    }

    private static Tensor Crop(Call c, int axes)
    {
        (long Before, long After)[] ends = Ends(c, axes, "cropping");
        Tensor result = c.X;
        for (int i = 0; i < axes; i++)
        {
            long length = c.X.size(i + 2) - ends[i].Before - ends[i].After;
            Refusal.Unless(length > 0, "Nothing is left.");
            result = result.narrow(i + 2, ends[i].Before, length);
        }

        return result;
    }

    private static Application? DrawUpSampling(Drawing d, int axes)
    {
        string[] ways = axes == 2 || d.Deviates() ? ["Nearest", "Linear", "Bicubic"] : ["Nearest", "Linear"];
        return Drawing.Apply(d.Floating(axes + 2, axes + 2), ("size", d.Sizes(axes, 1, 2)), ("interpolation", d.Maybe(new Word($"Interpolation.{d.Chance.Of(ways)}"))));
    }

    private static Tensor UpSample(Call c, int axes)
    {
        string way = c.Text("interpolation") ?? "Interpolation.Nearest";
        InterpolationMode mode = (way, axes) switch
        {
            ("Interpolation.Nearest", _) => InterpolationMode.Nearest,
            ("Interpolation.Linear", 1) => InterpolationMode.Linear,
            ("Interpolation.Linear", 2) => InterpolationMode.Bilinear,
            ("Interpolation.Linear", _) => InterpolationMode.Trilinear,
            _ => InterpolationMode.Bicubic,
        };
        long[] factors = c.Sizes("size", axes);
        Refusal.Unless(c.Rank == axes + 2 && factors.All(factor => factor > 0), $"{c.Rank} axes.");
        long[] sizes = [.. factors.Select((factor, i) => factor * c.X.size(i + 2))];
        return interpolate(c.X, size: sizes, mode: mode, align_corners: mode == InterpolationMode.Nearest ? null : false);
    }

    /// <summary>Channel <c>c r² + i r + j</c> gives row <c>i</c> and column <c>j</c> of each square.</summary>
    private static Tensor Shuffle(Call c)
    {
        long r = c.Int("factor");
        Refusal.Unless(c.Rank >= 4 && r > 0 && c.X.size(-3) % (r * r) == 0, "Channels that the square of the factor does not divide.");
        long[] front = c.X.shape[..^3];
        (long channels, long height, long width) = (c.X.size(-3) / (r * r), c.X.size(-2), c.X.size(-1));
        Tensor parts = c.X.reshape([-1, channels, r, r, height, width]).permute(0, 1, 4, 2, 5, 3);
        return parts.reshape([.. front, channels, height * r, width * r]);
    }
}
