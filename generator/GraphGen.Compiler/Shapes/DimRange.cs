namespace GraphGen.Compiler.Shapes;

/// <summary>
/// The values that a dimension can have. Interval arithmetic forgets that two occurrences of a symbol have one value; so that <c>T - T / 2</c> is known to be positive,
/// quotients are also replaced by what they are between, <c>(x - d + 1) / d</c> and <c>x / d</c> without rounding, so that symbols cancel.
/// </summary>
internal static class DimRange
{
    /// <summary>Each replacement takes one quotient away; sums of more are as good as unbounded.</summary>
    private const int MostReplacements = 8;

    public static Interval Of(Dim dim)
    {
        if (dim.Value is { } number) return Interval.Of(number);
        return new Interval(Least(dim), Least(-dim) is { } negative and > long.MinValue ? -negative : null);
    }

    private static long? Least(Dim dim)
    {
        long? least = OfTerms(dim).Min;
        long scale = 1;
        try
        {
            // rest is never more than scale * dim.
            Dim rest = dim;
            for (int i = 0; i < MostReplacements && Replace(rest) is { } replaced; i++)
            {
                rest = replaced.Less;
                scale = checked(scale * replaced.Scale);
                if (OfTerms(rest).Min is { } bound && Integers.CeilingDivide(bound, scale) is var other && !(least >= other)) least = other;
            }
        }
        catch (OverflowException)
        {
            // What is known until here is true.
        }

        return least;
    }

    private static Interval OfTerms(Dim dim) =>
        dim.Terms.Aggregate(Interval.Of(dim.Constant), (sum, term) => sum + term.Atoms.Aggregate(Interval.Of(term.Coefficient), (product, atom) => product * atom.Range));

    /// <summary>Something with a quotient less that is no more than a multiple of the dimension; null where no quotient can be replaced.</summary>
    private static (Dim Less, long Scale)? Replace(Dim dim)
    {
        foreach (DimMonomial term in dim.Terms)
        {
            foreach (QuotientAtom quotient in term.Atoms.OfType<QuotientAtom>().Where(quotient => quotient.Divisor.IsNeverNegative))
            {
                // scale * factor * (x / d) = multiple * d * (x / d), and d * (x / d) is from x - d + 1 to x.
                Dim factor = Dim.Of(term.Coefficient, term.AtomsWithout(quotient));
                long scale = quotient.Divisor.Value is { } number ? number / Integers.GreatestCommonDivisor(term.Coefficient, number) : 1;
                (Dim multiple, Dim left) = DimDivision.Split(scale * factor, quotient.Divisor);
                Interval signs = OfTerms(multiple);
                if (left.Value is not 0 || !(signs.Min >= 0 || signs.Max <= 0)) continue;
                Dim rounded = signs.Min >= 0 ? quotient.Dividend - quotient.Divisor + 1 : quotient.Dividend;
                return ((scale * (dim - Dim.Of(term.Coefficient, term.Atoms))) + (multiple * rounded), scale);
            }
        }

        return null;
    }
}
