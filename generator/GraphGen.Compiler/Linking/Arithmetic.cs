using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Linking;

/// <summary>The arithmetic of build-time values, as C# does it; but where C# would drop digits in silence, it is out of range.</summary>
internal static class Arithmetic
{
    /// <param name="operator">The operator.</param>
    /// <param name="type">The type of a number that results; null where a dimension or truth value does.</param>
    /// <param name="operands">One or two.</param>
    /// <exception cref="OverflowException">The result is out of range.</exception>
    /// <exception cref="DivideByZeroException">A whole number is divided by zero.</exception>
    public static Value Calculate(Operator @operator, NumberType? type, IReadOnlyList<Value> operands) => operands switch
    {
        [TruthValue x] => new TruthValue(!x.Truth),
        [TruthValue x, TruthValue y] => new TruthValue(Calculate(@operator, x.Truth, y.Truth)),
        [IntegerValue or RealValue] when type is NumberType.Single or NumberType.Double => new RealValue(-ToReal(operands[0])),
        [IntegerValue or RealValue, IntegerValue or RealValue] when type is NumberType.Single or NumberType.Double =>
            new RealValue(Round(Calculate(@operator, ToReal(operands[0]), ToReal(operands[1])), type.Value)),
        [IntegerValue x] when type is { } number => new IntegerValue(Fit(@operator == Operator.Negate ? checked(-x.Number) : Complement(x.Number, number), number)),
        [IntegerValue x, IntegerValue y] when type is { } number => new IntegerValue(Calculate(@operator, x.Number, y.Number, number)),

        // A number of 64 bits without sign that is beyond those with one.
        [IntegerValue or RealValue] or [IntegerValue or RealValue, IntegerValue or RealValue] when type is not null => throw new OverflowException(),
        [DimValue or IntegerValue] => FromDim(ToDim(operands[0]) * -1),
        [DimValue or IntegerValue, DimValue or IntegerValue] => FromDim(Calculate(@operator, ToDim(operands[0]), ToDim(operands[1]))),
        _ => UnknownValue.Instance,
    };

    /// <summary>The number as one of another type.</summary>
    /// <exception cref="OverflowException">The type does not hold it.</exception>
    public static Value Convert(Value value, NumberType to) => (value, to) switch
    {
        (RealValue or IntegerValue, NumberType.Single or NumberType.Double) => new RealValue(Round(ToReal(value), to)),
        (RealValue real, _) => new IntegerValue(Fit(checked((long)real.Number), to)),
        (IntegerValue integer, _) => new IntegerValue(Fit(integer.Number, to)),
        _ => value,
    };

    /// <summary>The order of two numbers; null where there is none, as beside NaN.</summary>
    public static int? Compare(Value x, Value y)
    {
        if (x is IntegerValue a && y is IntegerValue b) return a.Number.CompareTo(b.Number);
        if (x is not (IntegerValue or RealValue) || y is not (IntegerValue or RealValue)) return null;
        (double left, double right) = (ToReal(x), ToReal(y));
        return double.IsNaN(left) || double.IsNaN(right) ? null : left.CompareTo(right);
    }

    public static double ToReal(Value value) => value is RealValue real ? real.Number : ((IntegerValue)value).Number;

    /// <exception cref="OverflowException">The type does not hold the number.</exception>
    public static long Fit(long number, NumberType type) => type switch
    {
        NumberType.SByte => checked((sbyte)number),
        NumberType.Byte => checked((byte)number),
        NumberType.Int16 => checked((short)number),
        NumberType.UInt16 => checked((ushort)number),
        NumberType.Int32 => checked((int)number),
        NumberType.UInt32 => checked((uint)number),
        NumberType.UInt64 => checked((long)(ulong)number),
        _ => number,
    };

    public static double Round(double number, NumberType type) => type == NumberType.Single ? (float)number : number;

    private static long Calculate(Operator @operator, long x, long y, NumberType type) => @operator switch
    {
        Operator.ShiftLeft or Operator.ShiftRight => Shift(@operator == Operator.ShiftLeft, x, (int)y, type),
        Operator.And => x & y,
        Operator.Or => x | y,
        Operator.ExclusiveOr => x ^ y,
        Operator.Add => Fit(checked(x + y), type),
        Operator.Subtract => Fit(checked(x - y), type),
        Operator.Multiply => Fit(checked(x * y), type),
        Operator.Divide => Fit(x / y, type),
        _ => x % y,
    };

    /// <summary>C# shifts by as many places as the type has at most, and lets go what leaves it.</summary>
    private static long Shift(bool isLeft, long x, int places, NumberType type) => type switch
    {
        NumberType.UInt32 => isLeft ? (uint)x << places : (uint)x >> places,
        NumberType.Int64 => isLeft ? x << places : x >> places,
        NumberType.UInt64 => checked((long)(isLeft ? (ulong)x << places : (ulong)x >> places)),
        _ => isLeft ? (int)x << places : (int)x >> places,
    };

    private static long Complement(long x, NumberType type) => type switch
    {
        NumberType.UInt32 => (uint)~x,
        NumberType.UInt64 => checked((long)~(ulong)x),
        _ => ~x,
    };

    private static bool Calculate(Operator @operator, bool x, bool y) => @operator switch
    {
        Operator.And => x & y,
        Operator.Or => x | y,
        _ => x ^ y,
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

    private static Value FromDim(Dim dim) => dim.Value is { } number ? new IntegerValue(number) : new DimValue(dim);
}
