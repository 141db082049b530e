using SkiaSharp;
using static TorchSharp.torch;

namespace Tutorial.Data;

/// <summary>Patches of two photographs: from which of the two was a patch cut?</summary>
internal static class Photographs
{
    private const int Patch = 64;
    private const int Stride = 24;

    /// <summary>Patches left of this column are for training, those right of it are held back: no pixel is in both.</summary>
    private const int Border = 416;

    /// <summary>The weights of red, green and blue in a grey value (ITU-R BT.601).</summary>
    private static readonly float[] Luma = [0.299f, 0.587f, 0.114f];

    /// <summary>
    /// Inputs: grey patches <c>N 1 64 64</c>, and the same places in colour at half the resolution, <c>N 3 32 32</c>, both standardized;
    /// class 1 is the flower, class 0 the temple in China.
    /// </summary>
    public static Split Load()
    {
        Tensor[] photographs = [Read("china.jpg"), Read("flower.jpg")];
        var training = Cut(photographs, ..Border);
        var heldBack = Cut(photographs, Border..);
        var (mean, deviation) = (training.mean(), training.std());
        return new(Examples((training - mean) / deviation), Examples((heldBack - mean) / deviation));
    }

    /// <summary>The patches of some columns, by photograph: <c>2 n 3 64 64</c>.</summary>
    private static Tensor Cut(Tensor[] photographs, Range columns) => stack(photographs.Select(photograph =>
        photograph[.., .., columns].unfold(1, Patch, Stride).unfold(2, Patch, Stride).permute(1, 2, 0, 3, 4).reshape(-1, 3, Patch, Patch)));

    private static Examples Examples(Tensor patches)
    {
        var colour = patches.flatten(0, 1);
        var grey = (colour * tensor(Luma).reshape(3, 1, 1)).sum(1, keepdim: true);
        var labels = arange(patches.size(0), float32).repeat_interleave(patches.size(1)).unsqueeze(-1);
        return new([grey, nn.functional.avg_pool2d(colour, 2)], [labels]);
    }

    /// <summary>A photograph as <c>3 H W</c>: red, green and blue from 0 to 1.</summary>
    private static Tensor Read(string name)
    {
        using var stream = File.OpenRead(DataFile.PathOf(name));
        using var bitmap = SKBitmap.Decode(stream);
        var pixels = bitmap.Pixels.SelectMany(pixel => new float[] { pixel.Red, pixel.Green, pixel.Blue }).ToArray();
        return tensor(pixels, bitmap.Height, bitmap.Width, 3).permute(2, 0, 1) / byte.MaxValue;
    }
}
