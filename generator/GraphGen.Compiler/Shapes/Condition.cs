namespace GraphGen.Compiler.Shapes;

/// <summary>
/// A question about dimensions. Questions that are answered alike for all values of the symbols, because one is the other with something added to both sides or
/// multiplied with both, are equal.
/// </summary>
internal sealed record Condition
{
    /// <summary>What is 0, is at least 0, or is divided; with nothing in it that does not matter.</summary>
    private readonly Dim _asked;

    /// <summary>What divides, with a positive leading coefficient; the number 0 divides only 0.</summary>
    private readonly Dim _divisor;

    private Condition(ConditionKind kind, Dim left, Dim right, Dim asked, Dim? divisor = null) =>
        (Kind, Left, Right, _asked, _divisor) = (kind, left, right, asked, divisor ?? Dim.Zero);

    public ConditionKind Kind { get; }

    public Dim Left { get; }

    public Dim Right { get; }

    /// <summary>What is certain for all values of the symbols.</summary>
    public Answer Answer => Kind switch
    {
        ConditionKind.Equal => AnswerEqual(),
        ConditionKind.AtLeast => _asked.Range.Min >= 0 ? Answer.Proven : _asked.Range.Max < 0 ? Answer.Refuted : Answer.Open,
        _ when _divisor.Value is 0 => AnswerEqual(),
        _ => AnswerDivides(),
    };

    /// <summary>The symbols on both sides, each once.</summary>
    public IEnumerable<DimSymbol> Symbols => Left.Symbols.Concat(Right.Symbols).Distinct();

    /// <summary>Whether two sizes are the same.</summary>
    /// <exception cref="OverflowException">A number is out of the range of 64 bits, or the expression too long.</exception>
    public static Condition Equal(Dim a, Dim b)
    {
        Dim difference = Positive(a - b);
        return new(ConditionKind.Equal, a, b, Reduce(difference, Integers.GreatestCommonDivisor(difference.Content, difference.Constant)));
    }

    /// <summary>Whether a size is no less than another.</summary>
    /// <inheritdoc cref="Equal"/>
    public static Condition AtLeast(Dim size, Dim least)
    {
        // 2 * T - 3 is at least 0 where T - 2 is.
        Dim difference = size - least;
        return new(ConditionKind.AtLeast, size, least, difference.Value is { } number ? Math.Sign(number) : Reduce(difference, difference.Content));
    }

    /// <summary>Whether a size is a multiple of another: 0 is one of all, and only 0 is one of 0.</summary>
    /// <inheritdoc cref="Equal"/>
    public static Condition Divides(Dim divisor, Dim size)
    {
        Dim positive = Positive(divisor);
        Dim rest = positive.Value is 0 ? Positive(size) : Rest(size, positive);
        long common = Integers.GreatestCommonDivisor(Integers.GreatestCommonDivisor(rest.Content, rest.Constant), Integers.GreatestCommonDivisor(positive.Content, positive.Constant));
        return new(ConditionKind.Divides, divisor, size, Reduce(rest, common), Reduce(positive, common));
    }

    public bool Equals(Condition? other) => other is not null && Kind == other.Kind && _asked == other._asked && _divisor == other._divisor;

    public override int GetHashCode() => unchecked((((int)Kind * 31) + _asked.GetHashCode()) * 31) + _divisor.GetHashCode();

    public override string ToString() => Kind switch
    {
        ConditionKind.Equal => $"{Left} = {Right}",
        ConditionKind.AtLeast => $"{Left} >= {Right}",
        _ => $"{Left} divides {Right}",
    };

    private static Dim Reduce(Dim dim, long divisor) => divisor > 1 ? dim.Each(number => Integers.FloorDivide(number, divisor)) : dim;

    private static Dim Positive(Dim dim) => dim.LeadingCoefficient < 0 ? -dim : dim;

    /// <summary>What is left of a size, or of its negative, of which the same numbers are divisors.</summary>
    private static Dim Rest(Dim size, Dim divisor)
    {
        Dim rest = DimDivision.Split(size, divisor).Left;
        Dim negative = DimDivision.Split(-rest, divisor).Left;
        return DimDivision.IsNormal(rest, negative) ? rest : negative;
    }

    private Answer AnswerEqual()
    {
        if (_asked.Value is 0) return Answer.Proven;
        bool isDivisible = _asked.Value is null && _asked.Constant % _asked.Content == 0;
        return isDivisible && _asked.Interval.Contains(0) ? Answer.Open : Answer.Refuted;
    }

    private Answer AnswerDivides()
    {
        if (_asked.Value is 0) return Answer.Proven;
        if (_divisor.Value is { } number && _asked.Constant % Integers.GreatestCommonDivisor(_asked.Content, number) != 0) return Answer.Refuted;
        if (_divisor.Interval.Contains(0)) return Answer.Open;
        try
        {
            Dim left = _asked % _divisor;
            return left.Value is 0 ? Answer.Proven : left.Interval.Contains(0) ? Answer.Open : Answer.Refuted;
        }
        catch (OverflowException)
        {
            return Answer.Open;
        }
    }
}

internal enum ConditionKind
{
    Equal,
    AtLeast,
    Divides,
}
