namespace GraphGen.Persistence;

/// <summary>Shapes as files have them.</summary>
internal static class StoredShape
{
    /// <summary>The number of axes that libtorch's operations take.</summary>
    public const int MostAxes = 64;

    /// <summary>The bytes of the elements.</summary>
    /// <param name="key">The tensor, for the message.</param>
    /// <param name="shape">Its sizes, none negative.</param>
    /// <param name="bits">The bits of an element.</param>
    /// <exception cref="FormatException">They are more than any file has, or no whole number.</exception>
    public static long Bytes(string key, IReadOnlyList<long> shape, int bits)
    {
        try
        {
            long total = shape.Aggregate((long)bits, (product, size) => checked(product * size));
            return total % 8 == 0 ? total / 8 : throw new FormatException($"has {total} bits for '{key}', which fill no whole bytes");
        }
        catch (OverflowException)
        {
            throw new FormatException($"gives '{key}' the shape ({string.Join(", ", shape)}), which has more elements than can be counted");
        }
    }
}
