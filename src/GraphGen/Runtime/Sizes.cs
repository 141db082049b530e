using System.ComponentModel;

namespace GraphGen.Runtime;

/// <summary>Arithmetic of sizes. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sizes
{
    /// <summary>The quotient rounded down, as <see cref="Dim"/> divides; C# rounds toward zero.</summary>
    /// <param name="dividend">What is divided, in elements.</param>
    /// <param name="divisor">What divides it, not 0.</param>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static long FloorDivide(long dividend, long divisor)
    {
        (long quotient, long rest) = Math.DivRem(dividend, divisor);
        return rest != 0 && (rest < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }
}
