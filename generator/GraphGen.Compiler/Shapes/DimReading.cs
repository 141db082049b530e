namespace GraphGen.Compiler.Shapes;

/// <summary>Dimensions as they are read and calculated: the normal form is good to compare, and not always the shortest.</summary>
internal static class DimReading
{
    /// <summary>Sums of more are not made shorter, which takes a time that grows with the square.</summary>
    private const int MostTerms = 32;

    /// <summary>
    /// The same with mirrored quotients where that makes it shorter: the normal form of <c>(T + 1) / 2</c> is <c>T - T / 2</c>, and that of its product with another
    /// such quotient has four terms.
    /// </summary>
    public static Dim Of(Dim dim)
    {
        try
        {
            while (Shorten(dim) is { } shorter) dim = shorter;
        }
        catch (OverflowException)
        {
            // It stays as long as it is.
        }

        return dim;
    }

    /// <summary>The same with a negative number taken into the one quotient before it, <c>(T - 1) / 2</c> for <c>(T + 1) / 2 - 1</c>.</summary>
    public static Dim WithoutNegativeConstant(Dim dim)
    {
        if (dim is not { Constant: < 0, Terms: [{ Coefficient: 1, Atoms: [QuotientAtom { Dividend: { Constant: > 0 } dividend, Divisor: { Value: not null } divisor }] }] }) return dim;
        try
        {
            return DimDivision.Quotient(dividend + (divisor * dim.Constant), divisor);
        }
        catch (OverflowException)
        {
            return dim;
        }
    }

    /// <summary>Calculates something from the parts of a dimension as it stands; from those within quotients as they are shortest.</summary>
    public static T Fold<T>(Dim dim, IDimVisitor<T> visitor)
    {
        if (dim.Value is { } number) return visitor.Number(number);
        List<(T Size, bool IsNegative)> summands = [.. dim.Terms.Select(term => (Product(term, visitor), term.Coefficient < 0))];
        if (dim.Constant != 0) summands.Add((visitor.Number(Math.Abs(dim.Constant)), dim.Constant < 0));

        // A sum begins with a positive summand where it has one: "3 - T".
        int first = Math.Max(summands.FindIndex(summand => !summand.IsNegative), 0);
        T sum = summands[first].IsNegative ? visitor.Negate(summands[first].Size) : summands[first].Size;
        summands.RemoveAt(first);
        return summands.Aggregate(sum, (left, right) => right.IsNegative ? visitor.Subtract(left, right.Size) : visitor.Add(left, right.Size));
    }

    private static Dim? Shorten(Dim dim)
    {
        if (dim.Terms.Count > MostTerms) return null;
        foreach (DimMonomial term in dim.Terms)
        {
            foreach (QuotientAtom quotient in term.Atoms.OfType<QuotientAtom>().Where(quotient => quotient.Divisor.IsNeverNegative))
            {
                Dim factor = Dim.Of(term.Coefficient, term.AtomsWithout(quotient));
                Dim others = dim - Dim.Of(term.Coefficient, term.Atoms);
                foreach (Dim same in Mirrored(quotient).Concat(Joined(quotient, factor, others)))
                {
                    Dim other = others + (factor * same);
                    if (IsShorter(other, dim)) return other;
                }
            }
        }

        return null;
    }

    /// <summary>A normal quotient by its mirror.</summary>
    private static IEnumerable<Dim> Mirrored(QuotientAtom quotient)
    {
        (Dim whole, Dim mirrored) = DimDivision.Mirror(quotient.Dividend, quotient.Divisor);
        if (DimDivision.IsNormal(quotient.Dividend, mirrored) && MayReplace(quotient.Dividend, mirrored)) yield return -(whole + DimDivision.Quotient(mirrored, quotient.Divisor));
    }

    /// <summary>A quotient with what stands beside it taken in, <c>5 * T / 3</c> for the quotient of <c>2 * T / 3 + T</c>, less that.</summary>
    private static IEnumerable<Dim> Joined(QuotientAtom quotient, Dim factor, Dim others)
    {
        if (quotient.Divisor.Value is not { } divisor) yield break;
        IEnumerable<Dim> summands = quotient.Dividend.Terms.Select(term => Dim.Of(1, term.Atoms));
        foreach (Dim summand in quotient.Dividend.Constant != 0 ? summands.Append(Dim.One) : summands)
        {
            Dim beside = factor * summand;
            long coefficient = beside.Terms.Count == 0 ? others.Constant : others.Terms.FirstOrDefault(term => term.Order(beside.Terms[0]) == 0)?.Coefficient ?? 0;
            if (coefficient == 0 || coefficient % beside.LeadingCoefficient != 0) continue;
            Dim whole = coefficient / beside.LeadingCoefficient * summand;
            Dim dividend = quotient.Dividend + (divisor * whole);
            if (MayReplace(quotient.Dividend, dividend)) yield return DimDivision.Quotient(dividend, divisor) - whole;
        }
    }

    /// <summary>Dividends that are never negative stay so: what rounds toward zero can divide them.</summary>
    private static bool MayReplace(Dim dividend, Dim other) => other.IsNeverNegative || !dividend.IsNeverNegative;

    private static bool IsShorter(Dim a, Dim b) => Summands(a) != Summands(b) ? Summands(a) < Summands(b) : Sum(a) < Sum(b);

    private static int Summands(Dim dim) => dim.Terms.Count + (dim.Constant == 0 ? 0 : 1);

    private static long Sum(Dim dim) => dim.Terms.Aggregate(0L, (sum, term) => checked(sum + Math.Abs(term.Coefficient)));

    /// <summary>A monomial without its sign.</summary>
    private static T Product<T>(DimMonomial term, IDimVisitor<T> visitor)
    {
        long coefficient = Math.Abs(term.Coefficient);
        List<T> factors = [];
        foreach (DimAtom atom in term.Atoms)
        {
            if (atom is SymbolAtom { Symbol: var symbol })
            {
                // 12 * (T / 8) is 3 * (T / 2), and exact where 8 divides T.
                long taken = Integers.GreatestCommonDivisor(coefficient, symbol.MultipleOf);
                coefficient /= taken;
                T whole = visitor.Symbol(symbol);
                factors.Add(taken == symbol.MultipleOf ? whole : visitor.Divide(whole, visitor.Number(symbol.MultipleOf / taken), isTruncation: true));
            }
            else if (atom is QuotientAtom quotient)
            {
                bool isTruncation = quotient.Dividend.IsNeverNegative && quotient.Divisor.IsNeverNegative;
                (Dim dividend, Dim divisor) = OfWholeSymbols(quotient);
                factors.Add(visitor.Divide(dividend.Accept(visitor), divisor.Accept(visitor), isTruncation));
            }
        }

        T product = coefficient == 1 ? factors[0] : visitor.Multiply(visitor.Number(coefficient), factors[0]);
        return factors.Skip(1).Aggregate(product, visitor.Multiply);
    }

    /// <summary>The dividend and the divisor, both multiplied so that they hold no parts of symbols: <c>E / 16</c> for <c>(E / 8) / 2</c>.</summary>
    private static (Dim Dividend, Dim Divisor) OfWholeSymbols(QuotientAtom quotient)
    {
        try
        {
            long scale = 1;
            foreach (DimMonomial term in quotient.Dividend.Terms.Concat(quotient.Divisor.Terms))
            {
                long parts = term.Atoms.OfType<SymbolAtom>().Aggregate(1L, (product, atom) => checked(product * atom.Symbol.MultipleOf));
                parts /= Integers.GreatestCommonDivisor(parts, term.Coefficient);
                scale = checked(scale / Integers.GreatestCommonDivisor(scale, parts) * parts);
            }

            return (scale * quotient.Dividend, scale * quotient.Divisor);
        }
        catch (OverflowException)
        {
            return (quotient.Dividend, quotient.Divisor);
        }
    }
}
