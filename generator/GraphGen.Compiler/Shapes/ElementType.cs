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

    public static bool IsComplex(this ElementType type) => type is ElementType.ComplexFloat32 or ElementType.ComplexFloat64;
}
