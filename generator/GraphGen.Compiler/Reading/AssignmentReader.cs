using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads assignments to the variables of a helper, and to elements.</summary>
internal sealed class AssignmentReader(ExpressionReader expressions)
{
    public Expression Read(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment => Assign(assignment, assignment.Target, expressions.Read(assignment.Value)),
        IDeconstructionAssignmentOperation assignment => Assign(assignment, assignment.Target, expressions.Read(assignment.Value)),
        ICompoundAssignmentOperation compound => ReadCompound(compound),
        IIncrementOrDecrementOperation { OperatorMethod: null } increment => ReadIncrement(increment),
        ICoalesceAssignmentOperation coalesce when IsRepeatable(coalesce.Target) =>
            Assign(coalesce, coalesce.Target, new CoalesceExpression(expressions.Mark(coalesce), expressions.Read(coalesce.Target), expressions.Read(coalesce.Value))),
        _ => expressions.Refuse(operation),
    };

    public Expression Assign(IOperation operation, IOperation target, Expression value, bool yieldsOld = false) =>
        new AssignmentExpression(expressions.Mark(operation), ReadTarget(target), value, yieldsOld);

    public Expression ReadTarget(IOperation target) => target switch
    {
        IDeclarationExpressionOperation declaration => ReadTarget(declaration.Expression),
        ILocalReferenceOperation { IsDeclaration: true } local => new VariableExpression(expressions.Mark(local), expressions.Context.Variables.Declare(local.Local)),
        ILocalReferenceOperation or IParameterReferenceOperation => expressions.Read(target),
        IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } => new VariableExpression(expressions.Mark(target), expressions.Context.Variables.Declare(local)),
        IDiscardOperation => new DiscardExpression(expressions.Mark(target)),
        ITupleOperation tuple => new TupleExpression(expressions.Mark(tuple), tuple.Elements.Select(ReadTarget).ToEquatableArray()),
        IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation => expressions.Read(target),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: var type } when ValueTypes.IsList(type) => expressions.Read(target),
        _ => Refuse(target),
    };

    private UnknownExpression Refuse(IOperation target) => ExpressionReader.IsReportedByCSharp(target)
        ? expressions.Unknown(target)
        : expressions.Refuse(target, Rules.OutsideLanguage, $"an assignment to '{target.Syntax}'", "assign to variables of the helper, and to elements of its arrays and lists");

    private Expression ReadCompound(ICompoundAssignmentOperation compound)
    {
        if (!IsRepeatable(compound.Target)) return expressions.Refuse(compound);
        Expression old = expressions.Read(compound.Target);
        Expression operand = expressions.Read(compound.Value);
        if (compound is { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } && ValueTypes.IsText(compound.Type))
            return Assign(compound, compound.Target, new TextExpression(expressions.Mark(compound), EquatableArray.Of(old, operand)));

        // C# computes in the type that both sides are converted to; a shift in that of what is shifted.
        bool isShift = compound.OperatorKind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift;
        ITypeSymbol? type = isShift || compound.OperatorMethod is not null ? compound.Type : compound.Value.Type;
        if (CalculationReader.IsCalculated(compound.OperatorKind, compound.OperatorMethod, type) is not { } @operator) return expressions.Refuse(compound);
        Expression result = new OperatorExpression(expressions.Mark(compound), @operator, ValueTypes.NumberOf(type), EquatableArray.Of(old, operand));
        if (ValueTypes.NumberOf(compound.Type) is { } number && number != ValueTypes.NumberOf(type)) result = new NumericConversionExpression(expressions.Mark(compound), number, result);
        return Assign(compound, compound.Target, result);
    }

    private Expression ReadIncrement(IIncrementOrDecrementOperation increment)
    {
        if (!IsRepeatable(increment.Target) || ValueTypes.NumberOf(increment.Target.Type) is not { } type) return expressions.Refuse(increment);
        Operator @operator = increment.Kind == OperationKind.Increment ? Operator.Add : Operator.Subtract;
        Expression one = new ConstantExpression(expressions.Mark(increment), ValueTypes.IsFraction(type) ? (object)1.0 : 1L);
        Expression value = new OperatorExpression(expressions.Mark(increment), @operator, type, EquatableArray.Of(expressions.Read(increment.Target), one));
        return Assign(increment, increment.Target, value, yieldsOld: increment.IsPostfix);
    }

    /// <summary>Whether what is assigned to may be looked up twice, since that does nothing and makes nothing.</summary>
    private static bool IsRepeatable(IOperation target) => target.DescendantsAndSelf().All(part => part is
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or ILiteralOperation or IConversionOperation or IBinaryOperation or IUnaryOperation or
        IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation or IArgumentOperation);
}
