using Microsoft.CodeAnalysis;

namespace GraphGen.Compiler.Reading;

/// <summary>How far a type can be seen.</summary>
internal static class Reach
{
    private const int Everywhere = 2;
    private const int Assembly = 1;
    private const int Nowhere = 0;

    /// <summary>The accessibility that a property of the type may have at most: <c>public</c>, <c>internal</c> or <c>private</c>.</summary>
    public static string AccessibilityOf(ITypeSymbol type) => Of(type) switch
    {
        Everywhere => "public",
        Assembly => "internal",
        _ => "private",
    };

    private static int Of(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) return Of(array.ElementType);
        int own = type.DeclaredAccessibility switch
        {
            Accessibility.Public or Accessibility.NotApplicable => Everywhere,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => Assembly,
            _ => Nowhere,
        };
        IEnumerable<ITypeSymbol> parts = type is INamedTypeSymbol named ? named.TypeArguments : [];
        if (type.ContainingType is { } containing) parts = parts.Append(containing);
        return parts.Select(Of).Append(own).Min();
    }
}
