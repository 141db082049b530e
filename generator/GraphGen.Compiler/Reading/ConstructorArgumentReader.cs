using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads values that are handed to code of the user's: each keeps the type that it has in C#, so that the generated half can write it down again.</summary>
internal sealed class ConstructorArgumentReader(ExpressionReader expressions)
{
    /// <summary>The value as it was written, without C#'s conversion to an object or to the type of the item beside it.</summary>
    public static IOperation Unbox(IOperation item)
    {
        while (item is IConversionOperation { IsImplicit: true, Operand: var operand }) item = operand;
        return item;
    }

    /// <summary>The value; null once a problem is reported.</summary>
    /// <param name="item">What was written.</param>
    /// <param name="target">The type of the parameter, which a dimension takes on.</param>
    public Expression? Read(IOperation item, ITypeSymbol target)
    {
        ITypeSymbol? type = item.Type;
        if (LanguageSymbols.IsDim(type)) return Typed(item, IsWhole(ElementOf(target)) ? ElementOf(target) : null);
        if (type is IArrayTypeSymbol { ElementType: var element } && LanguageSymbols.IsDim(element)) return Typed(item, target as IArrayTypeSymbol, "long[]");
        if (item.ConstantValue is { HasValue: true, Value: var value })
        {
            if (value is null) return new CodeExpression(expressions.Mark(item), type is null ? "null!" : $"default({Name(type)})!");
            if (type is { TypeKind: TypeKind.Enum }) return new CodeExpression(expressions.Mark(item), WriteMember(type, value));
            if (value is char or ulong or float or double or decimal or string) return new CodeExpression(expressions.Mark(item), Write(value));
        }

        if (item is ITupleOperation tuple) return Compose(item, "(", tuple.Elements, ")", target);
        if (item is IArrayCreationOperation { Initializer: { } initializer, Type: IArrayTypeSymbol { Rank: 1 } array })
            return Compose(item, $"new {Name(array)} {{ ", initializer.ElementValues, " }", array);
        if (IsKnown(type)) return Typed(item, type);
        expressions.Refuse(item, Rules.OutsideLanguage, $"{ExpressionReader.Describe(item)} as an argument of a constructor", "hand over numbers, texts, enum members, sizes of type 'Dim', or arrays of these");
        return null;
    }

    private CodeExpression? Compose(IOperation whole, string opening, IEnumerable<IOperation> items, string closing, ITypeSymbol target)
    {
        Expression?[] read = [.. items.Select(item => Read(Unbox(item), target))];
        return read.Any(item => item is null) ? null : new CodeExpression(expressions.Mark(whole), opening, read.Select(item => item!).ToEquatableArray(), closing);
    }

    private TypedExpression Typed(IOperation item, ITypeSymbol? type, string otherwise = "long") => new(expressions.Mark(item), type is null ? otherwise : Name(type), expressions.Read(item));

    /// <summary>Whether values of the type can be known at build, and written down.</summary>
    private static bool IsKnown(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => IsKnown(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsKnown(nullable.TypeArguments[0]),
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_String or (>= SpecialType.System_SByte and <= SpecialType.System_Double and not SpecialType.System_Decimal) } => true,
        _ => false,
    };

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static ITypeSymbol ElementOf(ITypeSymbol type) => type is IArrayTypeSymbol array ? array.ElementType : type;

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>A member of an enum by its name; several in one, or none, by their number.</summary>
    private static string WriteMember(ITypeSymbol type, object value)
    {
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        return member is null ? FormattableString.Invariant($"({Name(type)})({value})") : $"{Name(type)}.{Keywords.Escape(member.Name)}";
    }

    /// <summary>A constant as C# of exactly its value and type.</summary>
    private static string Write(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double => $"{Format(value)}D",
        float => $"{Format(value)}F",
        decimal => $"{Format(value)}M",
        ulong => $"{Format(value)}UL",
        _ => Format(value),
    };

    private static string Format(object value) => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!;
}
