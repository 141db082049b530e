using System.Numerics;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>The value of a dimension at a point; null where something is divided by 0. It asserts what a visitor is told of a division.</summary>
internal sealed class Evaluation(Func<DimSymbol, long> values) : IDimVisitor<BigInteger?>
{
    public BigInteger? Number(long value) => value;

    public BigInteger? Symbol(DimSymbol symbol) => values(symbol);

    public BigInteger? Negate(BigInteger? operand) => -operand;

    public BigInteger? Add(BigInteger? left, BigInteger? right) => left + right;

    public BigInteger? Subtract(BigInteger? left, BigInteger? right) => left - right;

    public BigInteger? Multiply(BigInteger? left, BigInteger? right) => left * right;

    public BigInteger? Divide(BigInteger? dividend, BigInteger? divisor, bool isTruncation)
    {
        if (dividend is not { } x || divisor is not { } y || y == 0) return null;
        BigInteger quotient = Expression.Floor(x, y);
        if (isTruncation) Assert.Equal(BigInteger.Divide(x, y), quotient);
        return quotient;
    }
}
