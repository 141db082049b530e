using GraphGen.Compiler.Declarations;

namespace GraphGen.Compiler.Linking;

/// <summary>The functions of numbers, as <c>System.Math</c> computes them.</summary>
internal static class Functions
{
    /// <param name="function">A function of numbers.</param>
    /// <param name="type">The type of its result.</param>
    /// <param name="arguments">Numbers, as many as it takes.</param>
    /// <exception cref="OverflowException">The result is out of range.</exception>
    public static Value Calculate(Function function, NumberType type, IReadOnlyList<Value> arguments)
    {
        if (type is NumberType.Single or NumberType.Double) return new RealValue(Arithmetic.Round(OfReals(function, [.. arguments.Select(Arithmetic.ToReal)]), type));
        long x = ((IntegerValue)arguments[0]).Number;
        return new IntegerValue(function switch
        {
            Function.Abs => Arithmetic.Fit(x < 0 ? checked(-x) : x, type),
            Function.Max => Math.Max(x, ((IntegerValue)arguments[1]).Number),
            _ => Math.Min(x, ((IntegerValue)arguments[1]).Number),
        });
    }

    private static double OfReals(Function function, double[] x) => function switch
    {
        Function.Abs => Math.Abs(x[0]),
        Function.Ceiling => Math.Ceiling(x[0]),
        Function.Exp => Math.Exp(x[0]),
        Function.Floor => Math.Floor(x[0]),
        Function.Log => Math.Log(x[0]),
        Function.Max => Math.Max(x[0], x[1]),
        Function.Min => Math.Min(x[0], x[1]),
        Function.Pow => Math.Pow(x[0], x[1]),
        Function.Round => Math.Round(x[0]),
        _ => Math.Sqrt(x[0]),
    };
}
