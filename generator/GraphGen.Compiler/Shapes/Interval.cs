namespace GraphGen.Compiler.Shapes;

/// <summary>All whole numbers between two that are included. An end that is null is unbounded, as is one beyond 64 bits.</summary>
internal sealed record Interval(long? Min, long? Max)
{
    public static readonly Interval All = new(null, null);

    private const double MostExact = 9e18;

    public static Interval Of(long number) => new(number, number);

    public bool Contains(long number) => !(number < Min) && !(number > Max);

    /// <summary>The sums of one number of each.</summary>
    public static Interval operator +(Interval a, Interval b) => new(Add(a.Min, b.Min), Add(a.Max, b.Max));

    /// <summary>The products of one number of each.</summary>
    public static Interval operator *(Interval a, Interval b)
    {
        (int Infinity, long Number)[] ends = [Multiply(a.Min, -1, b.Min, -1), Multiply(a.Min, -1, b.Max, 1), Multiply(a.Max, 1, b.Min, -1), Multiply(a.Max, 1, b.Max, 1)];
        (int Infinity, long Number) least = ends.Min();
        (int Infinity, long Number) greatest = ends.Max();
        return new Interval(least.Infinity == 0 ? least.Number : null, greatest.Infinity == 0 ? greatest.Number : null);
    }

    /// <summary>The quotients, rounded down, of one number of each, by those divisors that are positive.</summary>
    public static Interval FloorDivide(Interval dividend, Interval divisor)
    {
        long least = Math.Max(divisor.Min ?? 1, 1);
        long? most = divisor.Max is { } greatest ? Math.Max(greatest, least) : null;
        long? min = dividend.Min >= 0 ? FloorDivide(dividend.Min, most, 0) : FloorDivide(dividend.Min, least, null);
        long? max = dividend.Max >= 0 ? FloorDivide(dividend.Max, least, null) : FloorDivide(dividend.Max, most, dividend.Max is null ? null : -1);
        return new Interval(min, max);
    }

    /// <summary>The whole numbers of which a multiple is among these.</summary>
    public Interval PartsOf(long multiple) => new(
        Min is { } min ? Integers.CeilingDivide(min, multiple) : null,
        Max is { } max ? Integers.FloorDivide(max, multiple) : null);

    private static long? FloorDivide(long? dividend, long? divisor, long? otherwise) =>
        dividend is { } x && divisor is { } y ? Integers.FloorDivide(x, y) : otherwise;

    private static long? Add(long? a, long? b)
    {
        if (a is not { } x || b is not { } y) return null;
        long sum = unchecked(x + y);
        return ((x ^ sum) & (y ^ sum)) < 0 ? null : sum;
    }

    /// <summary>The product of two ends, as the sign of an infinity and a number; an end that is null is the infinity of its side.</summary>
    private static (int Infinity, long Number) Multiply(long? a, int sideOfA, long? b, int sideOfB)
    {
        int sign = (a is { } x ? Math.Sign(x) : sideOfA) * (b is { } y ? Math.Sign(y) : sideOfB);
        if (sign == 0) return (0, 0);
        // Of numbers near the end of 64 bits it is enough to know that they are large.
        return a is null || b is null || Math.Abs((double)a.Value * b.Value) > MostExact ? (sign, 0) : (0, a.Value * b.Value);
    }
}
