using Microsoft.CodeAnalysis;

namespace GraphGen.Compiler.Reading;

/// <summary>Recognizes the types of the declaration language by their names in the namespace GraphGen.</summary>
internal static class LanguageSymbols
{
    public const string ModelAttribute = "GraphGen.ModelAttribute";

    /// <summary>Whether the type is a model. C# refuses the attribute on an interface, an enum or a delegate.</summary>
    public static bool IsModel(INamedTypeSymbol? type) => type is { TypeKind: TypeKind.Class or TypeKind.Struct } && Find(type, "ModelAttribute") is not null;

    public static AttributeData? Find(ISymbol? symbol, string attribute) =>
        symbol?.GetAttributes().FirstOrDefault(data => IsNamed(data.AttributeClass, attribute));

    public static bool IsLayers(ITypeSymbol? type) => IsNamed(type, "Layers");

    public static bool IsDim(ITypeSymbol? type) => IsNamed(type, "Dim");

    public static bool IsInit(ITypeSymbol? type) => IsNamed(type, "Init");

    public static bool IsNode(ITypeSymbol? type) => type?.Name is "Node" or "Input" or "Output" && IsInLanguage(type);

    public static bool IsLayer(ITypeSymbol? type) => type?.Name is "Layer" or "Recurrent" or "Attention" && IsInLanguage(type);

    public static bool IsState(ITypeSymbol? type) => IsNamed(type, "State");

    /// <summary>Whether values of the type are parts of the graph, rather than numbers that describe it.</summary>
    public static bool IsGraphType(ITypeSymbol? type) => IsNode(type) || IsLayer(type) || IsState(type);

    /// <summary>Whether the type belongs to the declaration language.</summary>
    public static bool IsInLanguage(ITypeSymbol? type) =>
        type?.ContainingNamespace is { Name: "GraphGen", ContainingNamespace.IsGlobalNamespace: true } && type.ContainingType is null;

    private static bool IsNamed(ITypeSymbol? type, string name) => type?.Name == name && IsInLanguage(type);
}
