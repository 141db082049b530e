using GraphGen.Compiler.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads what computes numbers, truth values and text, and the operators of nodes and dimensions.</summary>
internal sealed class CalculationReader(ExpressionReader expressions)
{
    private static readonly Dictionary<string, Function> s_functions = new[]
    {
        Function.Abs, Function.Ceiling, Function.Exp, Function.Floor, Function.Log, Function.Max, Function.Min, Function.Pow, Function.Round, Function.Sqrt,
    }.ToDictionary(function => function.ToString(), StringComparer.Ordinal);

    public Expression ReadConversion(IConversionOperation conversion)
    {
        // A member of an enum is known by its name alone.
        if (ValueTypes.IsEnum(conversion.Operand.Type) && ValueTypes.NumberOf(conversion.Type) is not null) return expressions.Refuse(conversion);
        if (ValueTypes.IsEnum(conversion.Type) && ValueTypes.NumberOf(conversion.Operand.Type) is not null) return expressions.Refuse(conversion);
        Expression operand = expressions.Read(conversion.Operand);
        return conversion.Conversion.IsNumeric ? Convert(conversion, operand, ValueTypes.NumberOf(conversion.Type) ?? NumberType.Double) : operand;
    }

    /// <summary>The expression as a number of another type.</summary>
    public Expression Convert(IOperation operation, Expression operand, NumberType to) => new NumericConversionExpression(expressions.Mark(operation), to, operand);

    public Expression ReadBinary(IBinaryOperation binary)
    {
        if (binary.OperatorKind == BinaryOperatorKind.ConditionalAnd && binary.OperatorMethod is null)
            return Condition(binary, expressions.Read(binary.LeftOperand), expressions.Read(binary.RightOperand), Constant(binary, false));
        if (binary.OperatorKind == BinaryOperatorKind.ConditionalOr && binary.OperatorMethod is null)
            return Condition(binary, expressions.Read(binary.LeftOperand), Constant(binary, true), expressions.Read(binary.RightOperand));
        if (binary.OperatorMethod is null && ComparisonOf(binary.OperatorKind) is { } comparison) return ReadComparison(binary, comparison);
        if (binary.OperatorKind == BinaryOperatorKind.Add && binary.OperatorMethod is null && ValueTypes.IsText(binary.Type))
            return new TextExpression(expressions.Mark(binary), EquatableArray.Of(expressions.Read(binary.LeftOperand), expressions.Read(binary.RightOperand)));
        return IsCalculated(binary.OperatorKind, binary.OperatorMethod, binary.Type) is { } @operator
            ? new OperatorExpression(expressions.Mark(binary), @operator, ValueTypes.NumberOf(binary.Type), EquatableArray.Of(ReadOperand(binary, binary.LeftOperand), ReadOperand(binary, binary.RightOperand)))
            : expressions.Refuse(binary);
    }

    /// <summary>The operator where it is one of the language, or of C#'s numbers and truth values; else null.</summary>
    /// <param name="kind">The operator as C# knows it.</param>
    /// <param name="method">The method that overloads it.</param>
    /// <param name="type">The type of the result.</param>
    public static Operator? IsCalculated(BinaryOperatorKind kind, IMethodSymbol? method, ITypeSymbol? type)
    {
        Operator? known = kind switch
        {
            BinaryOperatorKind.Add => Operator.Add,
            BinaryOperatorKind.Subtract => Operator.Subtract,
            BinaryOperatorKind.Multiply => Operator.Multiply,
            BinaryOperatorKind.Divide => Operator.Divide,
            BinaryOperatorKind.Remainder => Operator.Remainder,
            BinaryOperatorKind.And => Operator.And,
            BinaryOperatorKind.Or => Operator.Or,
            BinaryOperatorKind.ExclusiveOr => Operator.ExclusiveOr,
            BinaryOperatorKind.LeftShift => Operator.ShiftLeft,
            BinaryOperatorKind.RightShift => Operator.ShiftRight,
            BinaryOperatorKind.GreaterThan => Operator.Greater,
            BinaryOperatorKind.GreaterThanOrEqual => Operator.GreaterEqual,
            BinaryOperatorKind.LessThan => Operator.Less,
            BinaryOperatorKind.LessThanOrEqual => Operator.LessEqual,
            _ => null,
        };
        if (method is not null) return LanguageSymbols.IsInLanguage(method.ContainingType) ? known : null;
        if (ValueTypes.IsTruth(type)) return known is Operator.And or Operator.Or or Operator.ExclusiveOr ? known : null;
        return ValueTypes.NumberOf(type) is not null ? known : null;
    }

    public Expression ReadUnary(IUnaryOperation unary)
    {
        NumberType? number = ValueTypes.NumberOf(unary.Type);
        Operator? known = unary.OperatorKind switch
        {
            UnaryOperatorKind.Minus when number is not null || LanguageSymbols.IsInLanguage(unary.Type) => Operator.Negate,
            UnaryOperatorKind.BitwiseNegation when number is not null => Operator.Complement,
            UnaryOperatorKind.Not when unary.OperatorMethod is null && ValueTypes.IsTruth(unary.Type) => Operator.Not,
            _ => null,
        };
        if (unary.OperatorKind == UnaryOperatorKind.Hat) return new IndexExpression(expressions.Mark(unary), expressions.Read(unary.Operand), FromEnd: true);
        if (unary.OperatorKind == UnaryOperatorKind.Plus && number is not null) return expressions.Read(unary.Operand);
        return known is { } @operator
            ? new OperatorExpression(expressions.Mark(unary), @operator, number, EquatableArray.Of(expressions.Read(unary.Operand)))
            : expressions.Refuse(unary);
    }

    public Expression ReadText(IInterpolatedStringOperation text)
    {
        var parts = new List<Expression>();
        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation literal:
                    parts.Add(expressions.Read(literal.Text));
                    break;
                case IInterpolationOperation { Alignment: null, FormatString: null } value:
                    parts.Add(expressions.Read(value.Expression));
                    break;
                default:
                    return expressions.Refuse(part);
            }
        }

        return new TextExpression(expressions.Mark(text), parts.ToEquatableArray());
    }

    /// <summary>A function of <c>System.Math</c>; null for any other method.</summary>
    public Expression? ReadFunction(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.ContainingType is not { Name: nameof(Math), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }) return null;
        if (!s_functions.TryGetValue(method.Name, out Function function) || ValueTypes.NumberOf(method.ReturnType) is not { } type || !IsKnown(function, method)) return null;
        return new FunctionExpression(
            expressions.Mark(invocation), function, type, invocation.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => expressions.Read(argument.Value)).ToEquatableArray());
    }

    /// <summary>Some functions have further overloads, such as a rounding to digits.</summary>
    private static bool IsKnown(Function function, IMethodSymbol method) => method.Parameters.Length == (function is Function.Max or Function.Min or Function.Pow ? 2 : 1);

    /// <summary>A number beside a node is a double to C#, and yet <c>ids + 1</c> and <c>Clip(ids, 0, 9)</c> keep integers: it is read as it was written.</summary>
    public Expression ReadNumber(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, Conversion.IsNumeric: true, Operand: { } number } && ValueTypes.NumberOf(number.Type) is not null
            ? expressions.Read(number)
            : expressions.Read(operation);

    private Expression ReadOperand(IBinaryOperation binary, IOperation operand) => binary.OperatorMethod is not null ? ReadNumber(operand) : expressions.Read(operand);

    private Expression ReadComparison(IBinaryOperation binary, Comparison comparison)
    {
        bool isOrder = comparison is not (Comparison.Equal or Comparison.NotEqual);
        bool isKnown = IsNull(binary.LeftOperand) || IsNull(binary.RightOperand)
            ? !isOrder
            : IsCompared(binary.LeftOperand.Type, isOrder) && IsCompared(binary.RightOperand.Type, isOrder);
        return isKnown
            ? new ComparisonExpression(expressions.Mark(binary), comparison, expressions.Read(binary.LeftOperand), expressions.Read(binary.RightOperand))
            : expressions.Refuse(binary);
    }

    /// <summary>Whether values of the type are equal where they look equal: nodes and lists are not, and at run time all nodes are one.</summary>
    private static bool IsCompared(ITypeSymbol? type, bool isOrder) =>
        ValueTypes.NumberOf(type) is not null || (!isOrder && (ValueTypes.IsTruth(type) || ValueTypes.IsText(type) || ValueTypes.IsEnum(type)));

    private static bool IsNull(IOperation operand) =>
        operand.ConstantValue is { HasValue: true, Value: null } || operand is IConversionOperation { OperatorMethod: null, Operand.ConstantValue: { HasValue: true, Value: null } };

    private static Comparison? ComparisonOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => Comparison.Equal,
        BinaryOperatorKind.NotEquals => Comparison.NotEqual,
        BinaryOperatorKind.LessThan => Comparison.Less,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Comparison.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterOrEqual,
        _ => null,
    };

    private ConditionalExpression Condition(IOperation operation, Expression condition, Expression then, Expression otherwise) =>
        new(expressions.Mark(operation), condition, then, otherwise);

    private ConstantExpression Constant(IOperation operation, bool value) => new(expressions.Mark(operation), value);
}
