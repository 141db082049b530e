using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads what a model's class is, and whether another half can be written to it.</summary>
internal sealed class TypeReader(INamedTypeSymbol model, TypeDeclarationSyntax[] parts, Site site, List<Problem> problems)
{
    public TypeDeclaration Read()
    {
        string @namespace = model.ContainingNamespace is { IsGlobalNamespace: false } containing
            ? string.Join(".", containing.ToDisplayParts().Where(part => part.Kind == SymbolDisplayPartKind.NamespaceName).Select(part => Escape(part.ToString())))
            : "";
        return new TypeDeclaration(@namespace, Containing().Reverse().Select(Header).ToEquatableArray(), Escape(model.Name), MetadataName(), Form());
    }

    private TypeForm Form()
    {
        if (Unsuitable() is { } fault)
        {
            problems.Add(new Problem(Rules.UnsuitableClass, site, model.Name, fault));
            return IsPlainClass() && IsPartial() ? TypeForm.WithoutBase : TypeForm.Closed;
        }

        if (NotPartial() is not { } type) return TypeForm.Suitable;
        problems.Add(new Problem(Rules.NotPartial, site, model.Name, SymbolEqualityComparer.Default.Equals(type, model) ? "it" : $"'{type.Name}' around it"));
        return TypeForm.Closed;
    }

    private bool IsPlainClass() => model is { TypeKind: TypeKind.Class, IsRecord: false, IsStatic: false, IsGenericType: false };

    private bool IsPartial() => NotPartial() is null;

    private string? Unsuitable() => model switch
    {
        { TypeKind: not TypeKind.Class } => "a struct",
        { IsRecord: true } => "a record",
        { IsStatic: true } => "static",
        { IsGenericType: true } => "generic",
        { IsAbstract: true } => "abstract",
        _ => UserBase() is { } type ? $"derived from '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'" : null,
    };

    /// <summary>The base class that the user's own half names, unless it is a TorchSharp module, which the generated half names too.</summary>
    private INamedTypeSymbol? UserBase()
    {
        bool names = parts.Any(part => part.BaseList is not null);
        if (!names || model.BaseType is not { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } type) return null;
        bool isModule = type is { Name: "Module", IsGenericType: true } && type.ContainingType?.ToDisplayString() == "TorchSharp.torch.nn";
        return isModule ? null : type;
    }

    private INamedTypeSymbol? NotPartial() => Containing().Prepend(model).FirstOrDefault(type => !DeclaredPartial(type));

    private static bool DeclaredPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>()
            .All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private IEnumerable<INamedTypeSymbol> Containing()
    {
        for (INamedTypeSymbol? type = model.ContainingType; type is not null; type = type.ContainingType) yield return type;
    }

    private static string Header(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        string parameters = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Escape(parameter.Name)))}>";
        return $"{keyword} {Escape(type.Name)}{parameters}";
    }

    private string MetadataName()
    {
        IEnumerable<string> names = Containing().Reverse().Append(model).Select(type => type.MetadataName);
        string nested = string.Join("+", names);
        return model.ContainingNamespace is { IsGlobalNamespace: false } containing ? $"{containing.ToDisplayString()}.{nested}" : nested;
    }

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
