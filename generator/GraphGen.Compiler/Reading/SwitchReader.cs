using GraphGen.Compiler.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads <c>switch</c> expressions and patterns: a pattern becomes a condition on what it looks at.</summary>
internal sealed class SwitchReader(ExpressionReader expressions)
{
    public Expression Read(ISwitchExpressionOperation choice)
    {
        Expression value = expressions.Read(choice.Value);
        int variable = expressions.Context.Variables.DeclareUnnamed();
        return new SwitchExpression(expressions.Mark(choice), variable, value, choice.Arms.Select(arm => ReadArm(choice, arm, variable)).ToEquatableArray());
    }

    public Expression Read(IIsPatternOperation match)
    {
        Expression value = expressions.Read(match.Value);
        int variable = expressions.Context.Variables.DeclareUnnamed();
        return new MatchExpression(expressions.Mark(match), variable, value, ReadPattern(match.Pattern, Look(match, variable)));
    }

    /// <summary>The condition of one case of a <c>switch</c> statement that looks at a variable.</summary>
    public Expression ReadClause(ICaseClauseOperation clause, int variable) => clause switch
    {
        ISingleValueCaseClauseOperation { Value: { } value } => Equal(clause, Look(clause, variable), value),
        IPatternCaseClauseOperation pattern => Guard(pattern, ReadPattern(pattern.Pattern, Look(clause, variable)), pattern.Guard),
        _ => expressions.Refuse(clause),
    };

    private SwitchArm ReadArm(IOperation choice, ISwitchExpressionArmOperation arm, int variable) =>
        new(Guard(arm, ReadPattern(arm.Pattern, Look(choice, variable)), arm.Guard), expressions.Read(arm.Value));

    private Expression Guard(IOperation operation, Expression condition, IOperation? guard) => guard is null ? condition : And(operation, condition, expressions.Read(guard));

    /// <param name="pattern">The pattern.</param>
    /// <param name="value">What it looks at: a variable, or an item of one.</param>
    private Expression ReadPattern(IPatternOperation pattern, Expression value)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Equal(pattern, value, constant.Value);
            case IRelationalPatternOperation relation when ValueTypes.NumberOf(relation.Value.Type) is not null:
                return new ComparisonExpression(expressions.Mark(pattern), ComparisonOf(relation.OperatorKind), value, expressions.Read(relation.Value));
            case INegatedPatternOperation negated:
                return new OperatorExpression(expressions.Mark(pattern), Operator.Not, null, EquatableArray.Of(ReadPattern(negated.Pattern, value)));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return And(pattern, ReadPattern(both.LeftPattern, value), ReadPattern(both.RightPattern, value));
            case IBinaryPatternOperation either:
                return new ConditionalExpression(expressions.Mark(pattern), ReadPattern(either.LeftPattern, value), True(pattern), ReadPattern(either.RightPattern, value));
            case IDiscardPatternOperation:
                return True(pattern);
            case IDeclarationPatternOperation { MatchesNull: true, DeclaredSymbol: var variable }:
                return variable is null ? True(pattern) : Keep(pattern, variable, value, True(pattern));
            case IDeclarationPatternOperation declaration when IsSameButNull(declaration.InputType, declaration.NarrowedType):
                return And(pattern, IsNotNull(pattern, value), declaration.DeclaredSymbol is { } kept ? Keep(pattern, kept, value, True(pattern)) : True(pattern));
            case IRecursivePatternOperation { InputType.IsTupleType: true, PropertySubpatterns.IsEmpty: true, DeclaredSymbol: null } tuple:
                return tuple.DeconstructionSubpatterns
                    .Select((part, i) => ReadPattern(part, new ItemExpression(expressions.Mark(part), value, i)))
                    .Aggregate((Expression)True(pattern), (all, part) => And(pattern, all, part));
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } something when IsSameButNull(something.InputType, something.NarrowedType):
                return And(pattern, IsNotNull(pattern, value), something.DeclaredSymbol is { } named ? Keep(pattern, named, value, True(pattern)) : True(pattern));
            default:
                return expressions.Refuse(pattern);
        }
    }

    /// <summary>Whether a pattern's type asks only that there be a value.</summary>
    private static bool IsSameButNull(ITypeSymbol input, ITypeSymbol narrowed) =>
        SymbolEqualityComparer.Default.Equals(input, narrowed) ||
        (ValueTypes.IsNullable(input) && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)input).TypeArguments[0], narrowed));

    private ComparisonExpression Equal(IOperation operation, Expression value, IOperation constant) =>
        new ComparisonExpression(expressions.Mark(operation), Comparison.Equal, value, expressions.Read(constant));

    private ComparisonExpression IsNotNull(IOperation operation, Expression value) =>
        new ComparisonExpression(expressions.Mark(operation), Comparison.NotEqual, value, new ConstantExpression(expressions.Mark(operation), null));

    private MatchExpression Keep(IOperation operation, ISymbol variable, Expression value, Expression condition) =>
        new MatchExpression(expressions.Mark(operation), expressions.Context.Variables.Declare(variable), value, condition);

    private ConditionalExpression And(IOperation operation, Expression left, Expression right) =>
        new ConditionalExpression(expressions.Mark(operation), left, right, new ConstantExpression(expressions.Mark(operation), false));

    private ConstantExpression True(IOperation operation) => new ConstantExpression(expressions.Mark(operation), true);

    private VariableExpression Look(IOperation operation, int variable) => new(expressions.Mark(operation), variable);

    private static Comparison ComparisonOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => Comparison.Less,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Comparison.Greater,
        _ => Comparison.GreaterOrEqual,
    };
}
