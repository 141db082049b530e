namespace GraphGen.Compiler.Shapes;

/// <summary>
/// The values that a dimension can have. Interval arithmetic forgets that two occurrences of a symbol have one value; so that <c>T - T / 2</c> is known to be positive,
/// quotients are also replaced by what they are but for rounding, <c>x / d</c> by <c>(x - m) / d</c> with an <c>m</c> from 0 to <c>d - 1</c>, and symbols cancel.
/// </summary>
internal static class DimRange
{
    /// <summary>Each replacement takes one quotient away; sums of more are as good as unbounded.</summary>
    private const int MostReplacements = 32;

    public static Interval Of(Dim dim)
    {
        Interval range = OfTerms(dim);
        Interval rounding = Interval.Of(0);
        long scale = 1;
        try
        {
            // scale * dim is always in rest + rounding.
            Dim rest = dim;
            for (int i = 0; i < MostReplacements && Replace(rest) is { } step; i++)
            {
                rest = step.Replaced;
                rounding = (rounding * Interval.Of(step.Scale)) + step.Rounding;
                scale = checked(scale * step.Scale);
                range = range.Intersect((OfTerms(rest) + rounding).PartsOf(scale));
            }
        }
        catch (OverflowException)
        {
            // What is known until here is true.
        }

        return range;
    }

    private static Interval OfTerms(Dim dim) =>
        dim.Terms.Aggregate(Interval.Of(dim.Constant), (sum, term) => sum + term.Atoms.Aggregate(Interval.Of(term.Coefficient), (product, atom) => product * atom.Range));

    private static (Dim Replaced, Interval Rounding, long Scale)? Replace(Dim dim)
    {
        foreach (DimMonomial term in dim.Terms)
        {
            foreach (QuotientAtom quotient in term.Atoms.OfType<QuotientAtom>())
            {
                if (!quotient.Divisor.IsNeverNegative) continue;

                // scale * factor * (x / d) = multiple * d * (x / d) = multiple * (x - m)
                Dim factor = Dim.Of(term.Coefficient, term.AtomsWithout(quotient));
                long scale = quotient.Divisor.Value is { } number ? number / Integers.GreatestCommonDivisor(term.Coefficient, number) : 1;
                (Dim multiple, Dim left) = DimDivision.Split(scale * factor, quotient.Divisor);
                if (left.Value is not 0) continue;
                Interval most = quotient.Divisor.Interval + Interval.Of(-1);
                Interval rounding = multiple.Interval * new Interval(most.Max is { } max ? -max : null, 0);
                return ((scale * (dim - Dim.Of(term.Coefficient, term.Atoms))) + (multiple * quotient.Dividend), rounding, scale);
            }
        }

        return null;
    }
}
