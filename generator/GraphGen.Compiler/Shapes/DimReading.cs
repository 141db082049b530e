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
                (Dim whole, Dim mirrored) = DimDivision.Mirror(quotient.Dividend, quotient.Divisor);

                // What is mirrored once is not mirrored back.
                if (!DimDivision.IsNormal(quotient.Dividend, mirrored)) continue;
                Dim negated = whole + DimDivision.Quotient(mirrored, quotient.Divisor);
                Dim other = dim - Dim.Of(term.Coefficient, term.Atoms) - (Dim.Of(term.Coefficient, term.AtomsWithout(quotient)) * negated);
                if (IsShorter(other, dim)) return other;
            }
        }

        return null;
    }

    private static bool IsShorter(Dim a, Dim b) => a.Terms.Count != b.Terms.Count ? a.Terms.Count < b.Terms.Count : Sum(a) < Sum(b);

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
                factors.Add(visitor.Divide(quotient.Dividend.Accept(visitor), quotient.Divisor.Accept(visitor), isTruncation));
            }
        }

        T product = coefficient == 1 ? factors[0] : visitor.Multiply(visitor.Number(coefficient), factors[0]);
        return factors.Skip(1).Aggregate(product, visitor.Multiply);
    }
}
