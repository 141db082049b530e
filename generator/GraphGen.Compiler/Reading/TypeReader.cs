using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GraphGen.Compiler.Reading;

/// <summary>Reads what a model's class is, and whether another half can be written to it.</summary>
internal sealed class TypeReader(INamedTypeSymbol model, TypeDeclarationSyntax[] parts, Func<SyntaxTree, SemanticModel> semantics, Site site, List<Problem> problems)
{
    private const string ModelsAre = "a model is a partial class, not static, abstract, generic or a record, with neither a base class nor a primary constructor of its own";

    public TypeDeclaration Read()
    {
        string @namespace = model.ContainingNamespace is { IsGlobalNamespace: false } containing
            ? string.Join(".", containing.ToDisplayParts().Where(part => part.Kind == SymbolDisplayPartKind.NamespaceName).Select(part => Keywords.Escape(part.ToString())))
            : "";
        BaseDeclaration? @base = UserBase() is { } type ? ReadBase(type) : null;
        return new TypeDeclaration(
            @namespace, Containing().Reverse().Select(Header).ToEquatableArray(), Keywords.Escape(model.Name), TypeParameters(model), ModelReferences.MetadataName(model), Check(@base), @base, PrimaryParameters());
    }

    /// <summary>Reports what keeps the class from being a model; whether another half can be written all the same.</summary>
    private bool Check(BaseDeclaration? @base)
    {
        INamedTypeSymbol? notPartial = NotPartial();
        if (Unsuitable(@base) is { } fault)
            problems.Add(new Problem(Rules.UnsuitableClass, site, model.Name, fault, ModelsAre));
        else if (notPartial is not null)
            problems.Add(new Problem(Rules.NotPartial, site, model.Name, notPartial.Name));
        return notPartial is null && model is { TypeKind: TypeKind.Class, IsRecord: false, IsStatic: false } && !IsFileLocal();
    }

    private string? Unsuitable(BaseDeclaration? @base) => model switch
    {
        { TypeKind: not TypeKind.Class } => "a struct",
        { IsRecord: true } => "a record",
        { IsStatic: true } => "static",
        { Arity: > 0 } => "generic",
        { IsAbstract: true } => "abstract",
        _ when IsFileLocal() => "local to its file, where no generated half can be",
        _ when @base is { IsModule: false } => $"derived from '{@base.Text}'",
        _ => PrimaryParameters() is not null ? "declared with a primary constructor" : null,
    };

    private bool IsFileLocal() => Containing().Prepend(model).Any(type => type.IsFileLocal);

    private int? PrimaryParameters() => parts.Select(part => part.ParameterList?.Parameters.Count).FirstOrDefault(count => count is not null);

    /// <summary>The base class that the user's own half names: an analyzer sees that of the generated half too.</summary>
    private INamedTypeSymbol? UserBase() =>
        (from part in parts
         where part.BaseList is { Types.Count: > 0 }
         select semantics(part.SyntaxTree).GetTypeInfo(part.BaseList!.Types[0].Type).Type as INamedTypeSymbol)
        .FirstOrDefault(type => type?.TypeKind == TypeKind.Class);

    private static BaseDeclaration ReadBase(INamedTypeSymbol type)
    {
        INamedTypeSymbol? module = type;
        while (module is not null && !TorchSymbols.IsModule(module)) module = module.BaseType;
        IMethodSymbol[] constructors = [.. type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility is not Accessibility.Private)];
        bool takesName = constructors.All(constructor => constructor.Parameters.Length > 0) &&
            constructors.Any(constructor => constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }]);
        return new BaseDeclaration(
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            TorchSymbols.IsModule(type),
            module is null ? EquatableArray<string>.Empty : module.TypeArguments.Select(argument => argument.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).ToEquatableArray(),
            takesName);
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
        return $"{keyword} {Keywords.Escape(type.Name)}{TypeParameters(type)}";
    }

    private static string TypeParameters(INamedTypeSymbol type) =>
        type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Keywords.Escape(parameter.Name)))}>";
}
