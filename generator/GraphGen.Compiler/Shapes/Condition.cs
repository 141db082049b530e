namespace GraphGen.Compiler.Shapes;

/// <summary>A question about dimensions.</summary>
internal sealed record Condition
{
    private Condition(ConditionKind kind, Dim left, Dim right) => (Kind, Left, Right) = (kind, left, right);

    public ConditionKind Kind { get; }

    public Dim Left { get; }

    public Dim Right { get; }

    public Answer Answer => Kind switch
    {
        ConditionKind.Equal when Left == Right => Answer.Proven,
        ConditionKind.Equal => Decide((Left - Right).Value, difference => difference == 0),
        ConditionKind.AtLeast => Decide((Left - Right).Value, difference => difference >= 0),
        _ => Decide((Right % Left).Value, rest => rest == 0),
    };

    public IEnumerable<DimSymbol> Symbols => Left.Symbols.Concat(Right.Symbols).Distinct();

    /// <summary>Whether two sizes are the same.</summary>
    public static Condition Equal(Dim a, Dim b) => new(ConditionKind.Equal, a, b);

    /// <summary>Whether a size is no less than another.</summary>
    public static Condition AtLeast(Dim size, Dim least) => new(ConditionKind.AtLeast, size, least);

    /// <summary>Whether a size is a multiple of another.</summary>
    public static Condition Divides(Dim divisor, Dim size) => new(ConditionKind.Divides, divisor, size);

    public override string ToString() => Kind switch
    {
        ConditionKind.Equal => $"{Left} = {Right}",
        ConditionKind.AtLeast => $"{Left} >= {Right}",
        _ => $"{Left} divides {Right}",
    };

    private static Answer Decide(long? value, Func<long, bool> holds) => value is not { } known ? Answer.Open : holds(known) ? Answer.Proven : Answer.Refuted;
}

internal enum ConditionKind
{
    Equal,
    AtLeast,
    Divides,
}
