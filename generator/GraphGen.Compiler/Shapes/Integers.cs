namespace GraphGen.Compiler.Shapes;

/// <summary>Arithmetic of whole numbers that C# has no operator for.</summary>
internal static class Integers
{
    /// <summary>The quotient rounded down, where C# rounds toward zero.</summary>
    public static long FloorDivide(long dividend, long divisor)
    {
        long quotient = dividend / divisor;
        return dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }

    /// <summary>The quotient rounded up.</summary>
    public static long CeilingDivide(long dividend, long divisor)
    {
        long quotient = dividend / divisor;
        return dividend % divisor != 0 && (dividend < 0) == (divisor < 0) ? quotient + 1 : quotient;
    }

    /// <summary>The greatest number that divides both; 0 where both are 0.</summary>
    public static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return Math.Abs(a);
    }
}
