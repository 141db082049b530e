namespace GraphGen.Compiler.Shapes;

/// <summary>The element types of results, as torch finds them where types meet.</summary>
internal static class TypePromotion
{
    private static readonly ElementType[] s_modelTypes = [ElementType.Float16, ElementType.Float32, ElementType.Float64, ElementType.BFloat16];

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

    /// <summary>The type of what is made of both: a number without axes gives its type only where it is of a higher kind than a tensor's.</summary>
    public static ElementType Common(TensorType a, TensorType b)
    {
        if ((a.Shape.Rank == 0) == (b.Shape.Rank == 0)) return Common(a.Element, b.Element);
        (ElementType number, ElementType tensor) = a.Shape.Rank == 0 ? (a.Element, b.Element) : (b.Element, a.Element);
        return number.Kind() > tensor.Kind() ? number : tensor;
    }

    /// <summary>The type of what is made of all, two at a time.</summary>
    public static ElementType Common(IReadOnlyList<TensorType> types) => types.Skip(1).Aggregate(types[0], Merge).Element;

    /// <summary>
    /// Whether torch promotes to <see cref="Common(IReadOnlyList{TensorType})"/> whichever floating type the model has. It does not where a type that is not the
    /// model's has as many bits or more parts: half precision and bfloat16 give single precision.
    /// </summary>
    public static bool HoldsForEveryModel(IReadOnlyList<TensorType> types)
    {
        ElementType common = Common(types);
        return s_modelTypes.All(model => Common([.. types.Select(type => type with { Element = Named(type.Element, model) })]) == Named(common, model));
    }

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

    private static TensorType Merge(TensorType a, TensorType b) => new(a.Shape.Rank == 0 ? b.Shape : a.Shape, Common(a, b));

    /// <summary>What a type is in a model whose floating type is another than single precision.</summary>
    private static ElementType Named(ElementType type, ElementType model) => type == ElementType.Float32 ? model : type;

    private static bool IsDouble(ElementType type) => type is ElementType.Float64 or ElementType.ComplexFloat64;
}
