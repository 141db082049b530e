using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Declarations;

/// <summary>A variable of the helper whose body it stands in, by its number.</summary>
internal sealed record VariableExpression(Site Site, int Variable) : Expression(Site);

/// <summary>What an assignment throws away, <c>_</c>.</summary>
internal sealed record DiscardExpression(Site Site) : Expression(Site);

/// <summary>An assignment to a variable, an element, or, from a tuple, to several of them.</summary>
/// <param name="Site">The assignment.</param>
/// <param name="Target">What is assigned to: a variable, an element, a discard or a tuple of these.</param>
/// <param name="Value">The new value.</param>
/// <param name="YieldsOld">Whether its own value is the old one, as that of <c>i++</c>.</param>
internal sealed record AssignmentExpression(Site Site, Expression Target, Expression Value, bool YieldsOld = false) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Target, Value];
}

/// <summary>A call of a helper.</summary>
/// <param name="Site">The call.</param>
/// <param name="Helper">Its position among the helpers of the declaration.</param>
/// <param name="Arguments">In the order in which they are written.</param>
internal sealed record CallExpression(Site Site, int Helper, EquatableArray<CallArgument> Arguments) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Arguments.Select(argument => argument.Value);
}

/// <summary>An argument by its parameter's position.</summary>
internal sealed record CallArgument(int Parameter, Expression Value);

/// <summary>A function of values that C#'s own library has, such as <c>Math.Max</c>, or the length of an array.</summary>
internal sealed record FunctionExpression(Site Site, Function Function, NumberType? Type, EquatableArray<Expression> Arguments) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Arguments;
}

/// <summary>The functions of values, by their names in C#.</summary>
internal enum Function
{
    Abs,
    Ceiling,
    Exp,
    Floor,
    Log,
    Max,
    Min,
    Pow,
    Round,
    Sqrt,

    /// <summary><c>Enumerable.Range</c>.</summary>
    Range,

    /// <summary>The length of an array, or the count of a list.</summary>
    Length,

    /// <summary>A copy as an array or list, which are one here.</summary>
    Copy,
    First,
    Last,

    /// <summary>The value of a nullable number.</summary>
    Value,
}

/// <summary>How two values are compared.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A comparison of two values.</summary>
internal sealed record ComparisonExpression(Site Site, Comparison Comparison, Expression Left, Expression Right) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Left, Right];
}

/// <summary><c>condition ? a : b</c>, of which only one is evaluated; <c>&amp;&amp;</c> and <c>||</c> too.</summary>
internal sealed record ConditionalExpression(Site Site, Expression Condition, Expression Then, Expression Otherwise) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Condition, Then, Otherwise];
}

/// <summary><c>a ?? b</c>.</summary>
internal sealed record CoalesceExpression(Site Site, Expression Value, Expression Otherwise) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Value, Otherwise];
}

/// <summary>A <c>switch</c> with a value: the first arm whose condition holds.</summary>
/// <param name="Site">The expression.</param>
/// <param name="Variable">The variable that the conditions ask for the value.</param>
/// <param name="Value">What is looked at.</param>
/// <param name="Arms">In order.</param>
internal sealed record SwitchExpression(Site Site, int Variable, Expression Value, EquatableArray<SwitchArm> Arms) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Arms.SelectMany(arm => new[] { arm.Condition, arm.Value }).Prepend(Value);
}

/// <summary>One arm of a <c>switch</c>.</summary>
internal sealed record SwitchArm(Expression Condition, Expression Value);

/// <summary>A value that a pattern looks at: it is kept in a variable while the condition asks for it.</summary>
internal sealed record MatchExpression(Site Site, int Variable, Expression Value, Expression Condition) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Value, Condition];
}

/// <summary>An exception that a helper throws: where it comes to that, the model is refused.</summary>
internal sealed record ThrowExpression(Site Site, string Text) : Expression(Site);

/// <summary>A new array of so many equal items.</summary>
internal sealed record NewArrayExpression(Site Site, Expression Length, Expression Item) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Length, Item];
}

/// <summary>An element of an array or list, or, by a range, a part of an array.</summary>
internal sealed record ElementExpression(Site Site, Expression List, Expression Index) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [List, Index];
}

/// <summary>An item of a tuple.</summary>
internal sealed record ItemExpression(Site Site, Expression Tuple, int Position) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Tuple];
}

/// <summary>All items of an array or list within a collection expression, <c>[.. items]</c>.</summary>
internal sealed record SpreadExpression(Site Site, Expression Items) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Items];
}

/// <summary>An item, or with a <see cref="SpreadExpression"/> several, put behind those of a list.</summary>
internal sealed record AppendExpression(Site Site, Expression List, Expression Item) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [List, Item];
}

/// <summary>The start of a <c>foreach</c>.</summary>
internal sealed record EnumeratorExpression(Site Site, Expression Items) : Expression(Site)
{
    public override IEnumerable<Expression> Children => [Items];
}

/// <summary>Text made of parts.</summary>
internal sealed record TextExpression(Site Site, EquatableArray<Expression> Parts) : Expression(Site)
{
    public override IEnumerable<Expression> Children => Parts;
}
