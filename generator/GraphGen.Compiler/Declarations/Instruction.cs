using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Declarations;

// The statements of a helper are kept as a list with jumps, so that running them takes no more of the stack than the helpers that call each other.

/// <summary>A step of a helper.</summary>
/// <param name="Site">The statement that it belongs to.</param>
internal abstract record Instruction(Site Site)
{
    /// <summary>The expressions that it evaluates.</summary>
    public virtual IEnumerable<Expression> Expressions => [];
}

/// <summary>Evaluates an expression, such as an assignment, for what it does.</summary>
internal sealed record EvaluateInstruction(Expression Expression) : Instruction(Expression.Site)
{
    public override IEnumerable<Expression> Expressions => [Expression];
}

/// <summary>Goes on at another position of the body.</summary>
internal sealed record JumpInstruction(Site Site, int Target) : Instruction(Site);

/// <summary>Goes on at another position unless the condition holds.</summary>
internal sealed record BranchInstruction(Site Site, Expression Condition, int Otherwise) : Instruction(Site)
{
    public override IEnumerable<Expression> Expressions => [Condition];
}

/// <summary>Takes the next item from what an <see cref="EnumeratorExpression"/> left in a variable, or goes on behind the loop.</summary>
/// <param name="Site">The loop.</param>
/// <param name="Enumerator">The variable with the enumerator.</param>
/// <param name="Variable">The variable that takes the item.</param>
/// <param name="End">The position behind the loop.</param>
internal sealed record NextInstruction(Site Site, int Enumerator, int Variable, int End) : Instruction(Site);

/// <summary>Ends the helper; a helper that returns nothing has no value.</summary>
internal sealed record ReturnInstruction(Site Site, Expression? Value) : Instruction(Site)
{
    public override IEnumerable<Expression> Expressions => Value is null ? [] : [Value];
}
