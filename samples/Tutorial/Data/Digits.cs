using System.IO.Compression;
using static TorchSharp.torch;

namespace Tutorial.Data;

/// <summary>Pairs of handwritten digits: are both the same digit?</summary>
internal static class Digits
{
    private const int Pixels = 64;
    private const float White = 16;
    private const int TrainingImages = 1200;

    /// <summary>How many pairs of one digit, and as many of two digits, begin with each image.</summary>
    private const int Partners = 4;

    /// <summary>
    /// Inputs: two images, <c>N 64</c> each, from 0 to 1; class 1 is a pair of one digit, and half of the pairs are.
    /// An image is in training pairs or in pairs held back, never in both.
    /// </summary>
    public static Split Load()
    {
        using var stream = new GZipStream(File.OpenRead(DataFile.PathOf("digits.csv.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var table = DataFile.Numbers(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        table = table.index_select(0, randperm(table.size(0)));
        return new(Pairs(table[..TrainingImages]), Pairs(table[TrainingImages..]));
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
