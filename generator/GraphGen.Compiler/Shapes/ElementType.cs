namespace GraphGen.Compiler.Shapes;

/// <summary>The element type of a tensor, named as in <c>DType</c>.</summary>
internal enum ElementType
{
    Byte,
    Int8,
    Int16,
    Int32,
    Int64,
    Float16,

    /// <summary>The floating type that the model is constructed with, float32 unless said.</summary>
    Float32,
    Float64,
    ComplexFloat32,
    ComplexFloat64,
    Bool,
    BFloat16,
}

internal static class ElementTypes
{
    public static bool IsInteger(this ElementType type) => type <= ElementType.Int64;

    public static bool IsFloating(this ElementType type) =>
        type is ElementType.Float16 or ElementType.Float32 or ElementType.Float64 or ElementType.BFloat16;

    /// <summary>The least and the greatest finite number of an integer type or of half precision; null for others, which have all that anyone writes.</summary>
    public static (long Least, long Greatest)? Range(this ElementType type) => type switch
    {
        ElementType.Byte => (byte.MinValue, byte.MaxValue),
        ElementType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        ElementType.Int16 => (short.MinValue, short.MaxValue),
        ElementType.Int32 => (int.MinValue, int.MaxValue),
        ElementType.Int64 => (long.MinValue, long.MaxValue),
        ElementType.Float16 => (-65504, 65504),
        _ => null,
    };

    public static bool IsComplex(this ElementType type) => type is ElementType.ComplexFloat32 or ElementType.ComplexFloat64;
}
