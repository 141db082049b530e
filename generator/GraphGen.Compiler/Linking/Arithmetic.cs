using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Linking;

/// <summary>The arithmetic of build-time values, as C# does it.</summary>
internal static class Arithmetic
{
    /// <exception cref="OverflowException">The result is out of range.</exception>
    /// <exception cref="DivideByZeroException">A whole number is divided by zero.</exception>
    public static Value Calculate(Operator @operator, IReadOnlyList<Value> operands) => operands switch
    {
        [IntegerValue x] => new IntegerValue(checked(-x.Number)),
        [RealValue x] => new RealValue(-x.Number),
        [DimValue x] => new DimValue(x.Dim * -1),
        [IntegerValue x, IntegerValue y] => new IntegerValue(Calculate(@operator, x.Number, y.Number)),
        [DimValue or IntegerValue, DimValue or IntegerValue] => new DimValue(Calculate(@operator, ToDim(operands[0]), ToDim(operands[1]))),
        [RealValue or IntegerValue, RealValue or IntegerValue] => new RealValue(Calculate(@operator, ToReal(operands[0]), ToReal(operands[1]))),
        _ => UnknownValue.Instance,
    };

    /// <exception cref="OverflowException">The fraction is beyond the integers.</exception>
    public static Value Convert(Value value, bool toInteger) => value switch
    {
        RealValue real when toInteger => new IntegerValue(checked((long)real.Number)),
        IntegerValue integer when !toInteger => new RealValue(integer.Number),
        _ => value,
    };

    private static long Calculate(Operator @operator, long x, long y) => @operator switch
    {
        Operator.Add => checked(x + y),
        Operator.Subtract => checked(x - y),
        Operator.Multiply => checked(x * y),
        Operator.Divide => x / y,
        _ => x % y,
    };

    private static double Calculate(Operator @operator, double x, double y) => @operator switch
    {
        Operator.Add => x + y,
        Operator.Subtract => x - y,
        Operator.Multiply => x * y,
        Operator.Divide => x / y,
        _ => x % y,
    };

    private static Dim Calculate(Operator @operator, Dim x, Dim y) => @operator switch
    {
        Operator.Add => x + y,
        Operator.Subtract => x - y,
        Operator.Multiply => x * y,
        Operator.Divide => x / y,
        _ => x % y,
    };

    private static Dim ToDim(Value value) => value is DimValue dim ? dim.Dim : ((IntegerValue)value).Number;

    private static double ToReal(Value value) => value is RealValue real ? real.Number : ((IntegerValue)value).Number;
}
