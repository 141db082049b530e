namespace GraphGen.Compiler.Shapes;

/// <summary>The element types that a layer takes.</summary>
[Flags]
internal enum ElementSet
{
    Bool = 1,
    Integer = 2,
    Floating = 4,
    Complex = 8,
    Real = Integer | Floating,
    FloatingOrComplex = Floating | Complex,
    Number = Real | Complex,
    BoolOrReal = Bool | Real,
    All = Bool | Number,
}

internal static class ElementSets
{
    public static bool Contains(this ElementSet set, ElementType type) => (set & type.Kind()) != 0;

    public static string Describe(this ElementSet set) => set switch
    {
        ElementSet.Integer => "an integer type",
        ElementSet.Floating => "a floating type",
        ElementSet.Real => "an integer or floating type",
        ElementSet.FloatingOrComplex => "a floating or complex type",
        ElementSet.Number => "any type but Bool",
        ElementSet.BoolOrReal => "any type that is not complex",
        _ => "any type",
    };

    /// <summary>The one kind that the type is of; the kinds are in the order in which torch promotes them.</summary>
    public static ElementSet Kind(this ElementType type) =>
        type == ElementType.Bool ? ElementSet.Bool : type.IsInteger() ? ElementSet.Integer : type.IsComplex() ? ElementSet.Complex : ElementSet.Floating;
}
