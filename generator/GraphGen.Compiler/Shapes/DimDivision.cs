namespace GraphGen.Compiler.Shapes;

/// <summary>
/// Division rounded down, in a normal form: multiples of the divisor are split off, common factors cancelled, quotients in the dividend joined with the division,
/// and what must be one number is that number. Of a quotient and its mirror, which say the same, one is the form of both.
/// </summary>
internal static class DimDivision
{
    /// <exception cref="DivideByZeroException">The divisor is the number 0.</exception>
    /// <exception cref="OverflowException">A number is out of the range of 64 bits, or the expression too long.</exception>
    public static Dim Divide(Dim dividend, Dim divisor)
    {
        if (dividend.Value is { } x && divisor.Value is { } y) return Integers.FloorDivide(x, y);
        if (divisor.Value is 0) throw new DivideByZeroException();
        if (IsNegative(divisor)) (dividend, divisor) = (-dividend, -divisor);
        if (Cancel(dividend, divisor) is { } smaller) return smaller.Dividend / smaller.Divisor;
        (Dim whole, Dim rest) = Split(dividend, divisor);
        if (Simplify(dividend, divisor, whole, rest) is { } simple) return simple;
        if (!divisor.IsNeverNegative) return whole + Quotient(rest, divisor);
        (Dim mirroredWhole, Dim mirrored) = Mirror(rest, divisor);
        if (Simplify(mirrored, divisor, Dim.Zero, mirrored) is { } simpleMirrored) return whole - mirroredWhole - simpleMirrored;
        return IsNormal(rest, mirrored) ? whole + Quotient(rest, divisor) : whole - mirroredWhole - Quotient(mirrored, divisor);
    }

    /// <summary>The multiple of the divisor that leaves no more of the dividend to divide, and what it leaves.</summary>
    /// <param name="dividend">A dimension.</param>
    /// <param name="divisor">What is left of a monomial that is divided has a coefficient from 0 to its leading one, without that.</param>
    public static (Dim Whole, Dim Left) Split(Dim dividend, Dim divisor)
    {
        if (divisor.Value is { } number)
        {
            return (FloorDivideEach(dividend, number), dividend.Each(coefficient => coefficient - (number * Integers.FloorDivide(coefficient, number))));
        }

        // Polynomial long division. Its steps are bounded as sizes are; what comes before a term is not changed by the division of that term.
        DimMonomial leading = divisor.Terms[0];
        Dim whole = Dim.Zero;
        Dim rest = dividend;
        for (int next = 0, steps = 0; next < rest.Terms.Count;)
        {
            DimMonomial term = rest.Terms[next];
            long factor = Integers.FloorDivide(term.Coefficient, leading.Coefficient);
            if (factor == 0 || term.AtomsWithout(leading) is not { } atoms)
            {
                next++;
                continue;
            }

            if (++steps > Dim.MostNodes) throw new OverflowException($"A division of more than {Dim.MostNodes} steps.");
            Dim part = Dim.Of(factor, atoms);
            whole += part;
            rest -= part * divisor;
        }

        return (whole, rest);
    }

    /// <summary>The quotient's mirror, by <c>x / d = -((d - 1 - x) / d)</c>: the dividend to negate the quotient of, and what to subtract besides.</summary>
    public static (Dim Whole, Dim Mirrored) Mirror(Dim dividend, Dim divisor) => Split(divisor - 1 - dividend, divisor);

    /// <summary>Whether the quotient, and not its mirror, is the normal form.</summary>
    public static bool IsNormal(Dim dividend, Dim mirrored)
    {
        bool isNegative = dividend.LeadingCoefficient < 0;
        return isNegative != mirrored.LeadingCoefficient < 0 ? !isNegative : dividend.CompareTo(mirrored) <= 0;
    }

    /// <summary>A quotient as it is, without simplification.</summary>
    public static Dim Quotient(Dim dividend, Dim divisor) => Dim.Of(1, [new QuotientAtom(dividend, divisor)]);

    /// <summary>Whether a divisor is better negated: it should be positive, or at least begin so.</summary>
    private static bool IsNegative(Dim divisor) => !divisor.IsNeverNegative && (divisor.LeadingCoefficient < 0 || divisor.Range.Max <= 0);

    /// <summary>Both without the factors that they have in common; null where they have none.</summary>
    private static (Dim Dividend, Dim Divisor)? Cancel(Dim dividend, Dim divisor)
    {
        // The part of a number that is below the common factor changes nothing where the divisor is positive: (2 * T + 1) / 4 is T / 2.
        long number = Integers.GreatestCommonDivisor(dividend.Content, Integers.GreatestCommonDivisor(divisor.Content, divisor.Constant));
        if (!divisor.IsNeverNegative) number = Integers.GreatestCommonDivisor(number, dividend.Constant);
        if (number > 1) return (FloorDivideEach(dividend, number), FloorDivideEach(divisor, number));
        if (dividend.Constant != 0 || divisor.Constant != 0 || dividend.Terms.Count == 0) return null;
        DimMonomial[] terms = [.. dividend.Terms, .. divisor.Terms];
        DimAtom[] common = [.. terms[0].Atoms.Distinct().Where(atom => terms.All(term => term.Atoms.Contains(atom)))];
        return common.Length == 0 ? null : (Without(dividend, common), Without(divisor, common));
    }

    private static Dim FloorDivideEach(Dim dim, long number) => dim.Each(coefficient => Integers.FloorDivide(coefficient, number));

    private static Dim Without(Dim dim, DimAtom[] factors)
    {
        var factor = new DimMonomial(1, factors);
        return dim.Terms.Aggregate(Dim.Zero, (sum, term) => sum + Dim.Of(term.Coefficient, term.AtomsWithout(factor)!));
    }

    /// <summary>The quotient where more can be said of it than that it is the whole part, and what is left divided; else null.</summary>
    private static Dim? Simplify(Dim dividend, Dim divisor, Dim whole, Dim rest)
    {
        if (rest.Value is { } number && (number == 0 || divisor.Value is not null)) return whole;
        if (Cancel(rest, divisor) is { } smaller) return whole + (smaller.Dividend / smaller.Divisor);
        if (InverseOf(rest, divisor) is { } inverse) return whole + inverse;
        if (!divisor.IsNeverNegative) return null;

        // Of what is left of a division by 2 it cannot be seen whether the quotient was added or subtracted.
        if (divisor.Value is 2 && Join(dividend, divisor) is { } joined) return joined;
        if (Join(rest, divisor) is { } joinedRest) return whole + joinedRest;
        Interval range = Interval.FloorDivide(rest.Interval, divisor.Interval);
        return range.Min is { } only && only == range.Max ? whole + only : null;
    }

    /// <summary>The quotient of a polynomial and a multiple of it, such as <c>1 / T</c> for <c>(T + 1) / (T * (T + 1))</c>; null for others.</summary>
    private static Dim? InverseOf(Dim dividend, Dim divisor)
    {
        if (dividend.Terms.Count == 0 || divisor.Terms.Count == 0) return null;
        int sign = Math.Sign(dividend.LeadingCoefficient);
        (Dim whole, Dim rest) = Split(divisor, sign * dividend);
        return rest.Value is 0 ? Divide(sign, whole) : null;
    }

    /// <summary>
    /// The division of a sum in which a quotient stands alone, as one division: <c>(a / b + r) / c</c> is <c>(a + b * r) / (b * c)</c>, for positive <c>c</c>; null
    /// where there is no such quotient.
    /// </summary>
    private static Dim? Join(Dim dividend, Dim divisor)
    {
        foreach (DimMonomial term in dividend.Terms)
        {
            if (term.Atoms is not [QuotientAtom inner]) continue;
            Dim quotient = Dim.Of(1, term.Atoms);
            if (term.Coefficient == 1) return (inner.Dividend + (inner.Divisor * (dividend - quotient))) / (inner.Divisor * divisor);

            // A negative one is -(a / b) = (b - 1 - a) / b; next to a number as divisor, it has the coefficient c - 1.
            Dim whole = term.Coefficient == divisor.Value - 1 ? quotient : Dim.Zero;
            if (!inner.Divisor.IsNeverNegative || (term.Coefficient != -1 && whole.Value is 0)) continue;
            Dim others = dividend - (divisor * whole) + quotient;
            return whole + ((inner.Divisor - 1 - inner.Dividend + (inner.Divisor * others)) / (inner.Divisor * divisor));
        }

        return null;
    }
}
