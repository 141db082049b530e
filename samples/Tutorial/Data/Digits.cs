using System.IO.Compression;
using static TorchSharp.torch;

namespace Tutorial.Data;

/// <summary>Handwritten digits, by themselves and in pairs: are both the same digit?</summary>
internal static class Digits
{
    private const int Pixels = 64;
    private const float White = 16;

    /// <summary>The images that come first are for training, and the others are held back.</summary>
    public const int TrainingImages = 1200;

    /// <summary>How many pairs of one digit, and as many of two digits, begin with each image.</summary>
    private const int Partners = 4;

    /// <summary>
    /// Inputs: two images, <c>N 64</c> each, from 0 to 1; class 1 is a pair of one digit, and half of the pairs are.
    /// An image is in training pairs or in pairs held back, never in both.
    /// </summary>
    public static Split Load()
    {
        var table = ReadTable();
        return new(Pairs(table[..TrainingImages]), Pairs(table[TrainingImages..]));
    }

    /// <summary>All images in random order, <c>n 64</c> from 0 to 1, and their digits, <c>n</c> from 0 to 9 (int64).</summary>
    public static (Tensor Images, Tensor Digits) LoadImages()
    {
        var table = ReadTable();
        return (table[.., ..Pixels] / White, table[.., Pixels].to(int64));
    }

    /// <summary>A row an image: its pixels and its digit.</summary>
    private static Tensor ReadTable()
    {
        using var stream = new GZipStream(File.OpenRead(DataFile.PathOf("digits.csv.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var table = DataFile.Numbers(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return table.index_select(0, randperm(table.size(0)));
    }

    /// <summary>Pairs of each image with other images of its digit, and as many with images of other digits.</summary>
    private static Examples Pairs(Tensor table)
    {
        var images = table[.., ..Pixels] / White;
        var digits = table[.., Pixels].data<float>().ToArray();
        var random = new Random(1);
        long Partner(int image, bool same)
        {
            while (true)
            {
                var other = random.Next(digits.Length);
                if (other != image && digits[other] == digits[image] == same)
                    return other;
            }
        }

        var pairs = (
            from image in Enumerable.Range(0, digits.Length)
            from same in Enumerable.Repeat(true, Partners).Concat(Enumerable.Repeat(false, Partners))
            select (Image: (long)image, Other: Partner(image, same), Same: same ? 1f : 0f)).ToArray();
        return new(
            [images[tensor(pairs.Select(pair => pair.Image).ToArray())], images[tensor(pairs.Select(pair => pair.Other).ToArray())]],
            [tensor(pairs.Select(pair => pair.Same).ToArray()).unsqueeze(-1)]);
    }
}
