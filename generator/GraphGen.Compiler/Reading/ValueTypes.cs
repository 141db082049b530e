using GraphGen.Compiler.Declarations;
using Microsoft.CodeAnalysis;

namespace GraphGen.Compiler.Reading;

/// <summary>C#'s own types whose values are known at build time.</summary>
internal static class ValueTypes
{
    /// <summary>The kind of number; null for what is none, and for the numbers that are not computed with.</summary>
    public static NumberType? NumberOf(ITypeSymbol? type) => Underlying(type)?.SpecialType switch
    {
        SpecialType.System_SByte => NumberType.SByte,
        SpecialType.System_Byte => NumberType.Byte,
        SpecialType.System_Int16 => NumberType.Int16,
        SpecialType.System_UInt16 => NumberType.UInt16,
        SpecialType.System_Int32 => NumberType.Int32,
        SpecialType.System_UInt32 => NumberType.UInt32,
        SpecialType.System_Int64 => NumberType.Int64,
        SpecialType.System_UInt64 => NumberType.UInt64,
        SpecialType.System_Single => NumberType.Single,
        SpecialType.System_Double => NumberType.Double,
        _ => null,
    };

    public static bool IsFraction(NumberType type) => type is NumberType.Single or NumberType.Double;

    public static bool IsTruth(ITypeSymbol? type) => Underlying(type)?.SpecialType == SpecialType.System_Boolean;

    public static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    public static bool IsEnum(ITypeSymbol? type) => Underlying(type)?.TypeKind == TypeKind.Enum;

    public static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static bool IsList(ITypeSymbol? type) => IsGeneric(type, "List");

    /// <summary>The type of the items of an array, a list or a sequence; null for what is none of these.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.Rank == 1 ? array.ElementType : null,
        INamedTypeSymbol named when IsList(named) || named is { SpecialType: SpecialType.None, Name: "ReadOnlySpan", IsGenericType: true, ContainingNamespace.Name: nameof(System) } => named.TypeArguments[0],
        INamedTypeSymbol named when IsSequence(named.OriginalDefinition.SpecialType) => named.TypeArguments[0],
        _ => null,
    };

    private static bool IsSequence(SpecialType type) => type is
        SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IList_T or
        SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_Generic_IReadOnlyList_T;

    private static bool IsGeneric(ITypeSymbol? type, string name) =>
        type is INamedTypeSymbol { IsGenericType: true, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: nameof(System) } } } && type.Name == name;

    private static ITypeSymbol? Underlying(ITypeSymbol? type) => IsNullable(type) ? ((INamedTypeSymbol)type!).TypeArguments[0] : type;
}
