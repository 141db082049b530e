namespace GraphGen.Compiler.Shapes;

/// <summary>Calculates something from the parts of a dimension, from the inside to the outside.</summary>
internal interface IDimVisitor<T>
{
    T Number(long value);

    T Symbol(DimSymbol symbol);

    T Negate(T operand);

    T Add(T left, T right);

    T Subtract(T left, T right);

    T Multiply(T left, T right);

    /// <summary>A quotient rounded down.</summary>
    /// <param name="dividend">The dividend.</param>
    /// <param name="divisor">The divisor.</param>
    /// <param name="isTruncation">Whether rounding toward zero, as C# does, is certain to give the same.</param>
    T Divide(T dividend, T divisor, bool isTruncation);
}
