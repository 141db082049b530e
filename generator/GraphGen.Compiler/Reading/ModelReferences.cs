using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using Microsoft.CodeAnalysis;

namespace GraphGen.Compiler.Reading;

/// <summary>Refers to models that a model nests.</summary>
internal static class ModelReferences
{
    private static readonly SymbolDisplayFormat s_qualified =
        SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The model that a type is; null for a type that is none.</summary>
    /// <param name="type">The type that was named.</param>
    /// <param name="from">The model that names it.</param>
    public static ModelReference? To(ITypeSymbol type, INamedTypeSymbol from)
    {
        if (type is not INamedTypeSymbol { Arity: 0 } model || !LanguageSymbols.IsModel(model)) return null;
        bool isOfProject = SymbolEqualityComparer.Default.Equals(model.ContainingAssembly, from.ContainingAssembly);
        ModelSignature? signature = isOfProject ? null : ReadSignature(model);
        return isOfProject || signature is not null
            ? new ModelReference(model.Name, MetadataName(model), model.ToDisplayString(s_qualified), Reach.AccessibilityOf(model), signature)
            : null;
    }

    /// <summary>What a model of another assembly says of itself; null for one that another version of GraphGen generated.</summary>
    private static ModelSignature? ReadSignature(INamedTypeSymbol model)
    {
        if (LanguageSymbols.Find(model, "ModelSignatureAttribute") is not { ConstructorArguments: [{ Value: SignatureText.Version }, { Value: string shapes }] } data) return null;
        Dictionary<string, TypedConstant> named = data.NamedArguments.ToDictionary(argument => argument.Key, argument => argument.Value);
        return new SignatureText(shapes, Text("Names"), Texts("Dimensions"), Texts("Conditions"), Count("Parameters"), Count("Buffers"), Count("Frozen"), Count("MultiplyAdds")).Read();

        string Text(string name) => named.TryGetValue(name, out TypedConstant value) ? value.Value as string ?? "" : "";

        string Count(string name) => named.ContainsKey(name) ? Text(name) : "0";

        string[] Texts(string name) => named.TryGetValue(name, out TypedConstant value) && !value.IsNull ? [.. value.Values.Select(item => item.Value as string ?? "")] : [];
    }

    /// <summary>The full metadata name of a type: unique in its assembly.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        string name = string.Join("+", type.ContainingTypesAndSelf().Select(part => part.MetadataName));
        for (INamespaceSymbol containing = type.ContainingNamespace; !containing.IsGlobalNamespace; containing = containing.ContainingNamespace) name = $"{containing.Name}.{name}";
        return name;
    }

    private static IEnumerable<INamedTypeSymbol> ContainingTypesAndSelf(this INamedTypeSymbol type) =>
        (type.ContainingType?.ContainingTypesAndSelf() ?? []).Append(type);
}
