namespace GraphGen.Compiler.Shapes;

/// <summary>The element types of results, as torch finds them where types meet.</summary>
internal static class TypePromotion
{
    /// <summary>The type that both convert to, as <c>torch.promote_types</c> gives it.</summary>
    public static ElementType Common(ElementType a, ElementType b)
    {
        if (a == b || b == ElementType.Bool) return a;
        if (a == ElementType.Bool) return b;
        if (a.IsComplex() || b.IsComplex()) return IsDouble(a) || IsDouble(b) ? ElementType.ComplexFloat64 : ElementType.ComplexFloat32;
        if (a.IsFloating() && b.IsFloating()) return IsDouble(a) || IsDouble(b) ? ElementType.Float64 : ElementType.Float32;
        if (a.IsFloating() || b.IsFloating()) return a.IsFloating() ? a : b;
        return (a, b) is (ElementType.Byte, ElementType.Int8) or (ElementType.Int8, ElementType.Byte) ? ElementType.Int16 : a > b ? a : b;
    }

    public static ElementType Common(IEnumerable<TensorType> types) => types.Select(type => type.Element).Aggregate(Common);

    /// <summary>The type of a function that has no integer results: integers and truth values give the model's floating type.</summary>
    public static ElementType ToFloating(this ElementType type) => type.IsFloating() || type.IsComplex() ? type : ElementType.Float32;

    /// <summary>The type of a sum of many elements: integers and truth values are counted in 64 bits.</summary>
    public static ElementType ToSum(this ElementType type) => type.IsFloating() || type.IsComplex() ? type : ElementType.Int64;

    /// <summary>The type of an absolute value: that of each part of a complex number.</summary>
    public static ElementType ToReal(this ElementType type) => type switch
    {
        ElementType.ComplexFloat32 => ElementType.Float32,
        ElementType.ComplexFloat64 => ElementType.Float64,
        _ => type,
    };

    private static bool IsDouble(ElementType type) => type is ElementType.Float64 or ElementType.ComplexFloat64;
}
