using System.Numerics;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>An expression as it is written, to be compared with what <see cref="Dim"/> makes of it.</summary>
internal abstract record Expression
{
    /// <summary>The value as the definition of the operators gives it; null where something is divided by 0.</summary>
    public abstract BigInteger? Evaluate(Func<DimSymbol, long> values);

    /// <exception cref="OverflowException">It is too large to calculate with.</exception>
    /// <exception cref="DivideByZeroException">Something is always divided by 0.</exception>
    public abstract Dim ToDim();

    public static BigInteger Floor(BigInteger dividend, BigInteger divisor)
    {
        BigInteger quotient = BigInteger.DivRem(dividend, divisor, out BigInteger rest);
        return rest.Sign * divisor.Sign < 0 ? quotient - 1 : quotient;
    }
}

internal sealed record NumberExpression(long Value) : Expression
{
    public override BigInteger? Evaluate(Func<DimSymbol, long> values) => Value;

    public override Dim ToDim() => Value;

    public override string ToString() => $"{Value}";
}

internal sealed record SymbolExpression(DimSymbol Symbol) : Expression
{
    public override BigInteger? Evaluate(Func<DimSymbol, long> values) => values(Symbol);

    public override Dim ToDim() => Dim.Symbol(Symbol);

    public override string ToString() => Symbol.Name;
}

internal sealed record OperationExpression(char Operator, Expression Left, Expression Right) : Expression
{
    public override BigInteger? Evaluate(Func<DimSymbol, long> values)
    {
        if (Left.Evaluate(values) is not { } left || Right.Evaluate(values) is not { } right) return null;
        if (Operator is '/' or '%' && right == 0) return null;
        return Operator switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            '/' => Floor(left, right),
            _ => left - (right * Floor(left, right)),
        };
    }

    public override Dim ToDim() => Operator switch
    {
        '+' => Left.ToDim() + Right.ToDim(),
        '-' => Left.ToDim() - Right.ToDim(),
        '*' => Left.ToDim() * Right.ToDim(),
        '/' => Left.ToDim() / Right.ToDim(),
        _ => Left.ToDim() % Right.ToDim(),
    };

    public override string ToString() => $"({Left} {Operator} {Right})";
}
