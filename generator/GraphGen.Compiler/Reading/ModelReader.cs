using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GraphGen.Compiler.Reading;

/// <summary>A declaration with the places of its sites.</summary>
internal sealed record ReadModel(Declaration Declaration, SiteMap Sites);

/// <summary>Reads a user's <c>[Model]</c> class. Never throws on user code, however broken.</summary>
internal sealed class ModelReader
{
    /// <summary>A part of the path of every file that the generator writes.</summary>
    private const string GeneratorName = "GraphGen.Generator.ModelGenerator";

    private readonly INamedTypeSymbol _model;
    private readonly Func<SyntaxTree, SemanticModel> _semantics;
    private readonly CancellationToken _cancellation;
    private readonly SiteMap _sites = new();
    private readonly List<Problem> _problems = [];
    private readonly List<FieldDeclaration> _fields = [];
    private readonly HashSet<string> _names = [];
    private readonly ExpressionReader _expressions;
    private readonly HelperReader _helperReader;
    private readonly List<HelperDeclaration> _helpers = [];
    private bool _isAmbiguous;

    private ModelReader(INamedTypeSymbol model, Func<SyntaxTree, SemanticModel> semantics, CancellationToken cancellation)
    {
        (_model, _semantics, _cancellation) = (model, semantics, cancellation);
        _expressions = new ExpressionReader(model, _sites, _problems, cancellation);
        _helperReader = new HelperReader(_expressions, semantics, _problems, cancellation);
    }

    /// <param name="model">The class.</param>
    /// <param name="semantics">The semantic model of a tree of its compilation.</param>
    /// <param name="cancellation">Reading stops here when the editor has moved on.</param>
    public static ReadModel Read(INamedTypeSymbol model, Func<SyntaxTree, SemanticModel> semantics, CancellationToken cancellation) =>
        new ModelReader(model, semantics, cancellation).Read();

    private ReadModel Read()
    {
        TypeDeclarationSyntax[] parts = [.. UserParts(_model)];
        Site site = _sites.Add(parts[0].Identifier.GetLocation());
        TypeDeclaration type = new TypeReader(_model, parts, _semantics, site, _problems).Read();
        ISymbol[] members = [.. _model.GetMembers().Where(member => !member.IsImplicitlyDeclared && IsUsers(member, parts))];
        foreach (ISymbol member in members) ReadMember(member);
        ReadReferred();

        var declaration = new Declaration(
            type,
            site,
            _fields.ToEquatableArray(),
            _helpers.ToEquatableArray(),
            members.Where(member => !_names.Contains(member.Name)).Select(ReadOtherMember).ToEquatableArray(),
            _isAmbiguous || _helperReader.AnyHalfTyped || parts.Any(HasSyntaxErrors) || members.Any(IsRefusedByCSharp),
            ChoosesLayout(),
            parts.Any(HasSummary),
            parts.Any(IsMarkedAsGenerated),
            _problems.ToEquatableArray());
        return new ReadModel(declaration, _sites);
    }

    /// <summary>Reads the values and helpers that were referred to, and what they refer to themselves.</summary>
    private void ReadReferred()
    {
        int values = 0;
        while (values < _expressions.ValueFields.Count || _helpers.Count < _expressions.Helpers.Count)
        {
            if (values < _expressions.ValueFields.Count)
            {
                IFieldSymbol field = _expressions.ValueFields[values++];
                if (!_names.Contains(_expressions.NameOf(field))) ReadValueField(field);
            }
            else
            {
                _helpers.Add(_helperReader.Read(_expressions.Helpers[_helpers.Count]));
            }
        }
    }

    /// <summary>The parts of the class that the user wrote: an analyzer sees the generated one too.</summary>
    private static IEnumerable<TypeDeclarationSyntax> UserParts(INamedTypeSymbol type) =>
        from reference in type.DeclaringSyntaxReferences
        let part = reference.GetSyntax() as TypeDeclarationSyntax
        where part is not null && !part.SyntaxTree.FilePath.Contains(GeneratorName)
        select part;

    private static bool IsMarkedAsGenerated(TypeDeclarationSyntax part) =>
        part.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString().Contains("GeneratedCode"));

    /// <summary>As text, since comments are parsed as documentation only where a project asks for it.</summary>
    private static bool HasSummary(TypeDeclarationSyntax part) => part.GetLeadingTrivia().ToFullString().Contains("<summary");

    private static bool IsUsers(ISymbol member, TypeDeclarationSyntax[] parts) =>
        member.Locations.Any(location => parts.Any(part => part.SyntaxTree == location.SourceTree && part.Span.Contains(location.SourceSpan)));

    private bool ChoosesLayout() =>
        LanguageSymbols.Find(_model, "ModelAttribute")?.NamedArguments.FirstOrDefault(argument => argument.Key == "ChannelsLast").Value.Value is not false;

    private void ReadMember(ISymbol member)
    {
        switch (member)
        {
            case IFieldSymbol field when LanguageSymbols.IsGraphType(field.Type):
                ReadGraphField(field);
                break;
            // All of them, in their own order: parameters become arguments of the constructor.
            case IFieldSymbol { IsStatic: true, IsReadOnly: true } field when LanguageSymbols.IsDim(field.Type):
                ReadValueField(field);
                break;
            case IPropertySymbol { IsIndexer: false } property when LanguageSymbols.IsGraphType(property.Type):
                Site site = _sites.Add(property.Locations[0]);
                _problems.Add(new Problem(Rules.FieldNotReadOnly, site, property.Name, "is a property"));
                Add(new FieldDeclaration(property.Name, property.Name, site, RoleOf(property.Type), Hole(site), site));
                break;
        }
    }

    /// <summary>Of two members of one name, which C# refuses, the first counts.</summary>
    private void Add(FieldDeclaration field)
    {
        if (_names.Add(field.Name)) _fields.Add(field);
        else _isAmbiguous = true;
    }

    private MemberDeclaration ReadOtherMember(ISymbol member) => new(
        member.Name,
        member is IMethodSymbol method ? string.Join(",", method.Parameters.Select(parameter => parameter.Type.Name)) : null,
        member.IsOverride,
        _sites.Add(member.Locations[0]));

    private void ReadGraphField(IFieldSymbol field)
    {
        Site site = _sites.Add(field.Locations[0]);
        Expression? expression = ReadInitializer(field);
        string? fault = !field.IsStatic ? "is not static" : !field.IsReadOnly ? "is not readonly" : expression is null ? "has no initializer" : null;
        if (fault is not null && !IsHalfTyped(field)) _problems.Add(new Problem(Rules.FieldNotReadOnly, site, field.Name, fault));
        (string key, Site keySite) = ReadKey(field, site);
        Add(new FieldDeclaration(field.Name, key, keySite, RoleOf(field.Type), expression ?? Hole(site), site) { Frozen = SiteOf(field, "FrozenAttribute"), Tap = SiteOf(field, "TapAttribute") });
    }

    private static FieldRole RoleOf(ITypeSymbol type) => type.Name switch
    {
        "Input" => FieldRole.Input,
        "Output" => FieldRole.Output,
        "Node" => FieldRole.Node,
        "State" => FieldRole.State,
        _ => FieldRole.Layer,
    };

    private static UnknownExpression Hole(Site site) => new(site, EquatableArray<Expression>.Empty);

    private void ReadValueField(IFieldSymbol field)
    {
        Site site = _sites.Add(field.Locations[0]);
        string name = _expressions.NameOf(field);
        Expression? value = ReadInitializer(field);
        if (value is null && !IsHalfTyped(field)) _problems.Add(new Problem(Rules.NotKnownAtBuild, site, $"'{field.Name}'"));
        Add(new FieldDeclaration(name, field.Name, site, FieldRole.Value, value ?? Hole(site), site) { Frozen = SiteOf(field, "FrozenAttribute"), Tap = SiteOf(field, "TapAttribute") });
    }

    private Expression? ReadInitializer(IFieldSymbol field)
    {
        if (IsTooDeep(field))
        {
            Site site = _sites.Add(DeclaratorOf(field)!.Initializer!.Value.GetLocation());
            _problems.Add(new Problem(Rules.OutsideLanguage, site, "an expression nested this deeply", "give its inner parts fields of their own"));
            return Hole(site);
        }

        _expressions.Context = new ReadingContext(field.ContainingType, null, EquatableArray<Site>.Empty);
        return Bind(field) is { } operation ? _expressions.Read(operation) : null;
    }

    private (string Key, Site Site) ReadKey(IFieldSymbol field, Site site)
    {
        if (LanguageSymbols.Find(field, "NameAttribute") is not { ConstructorArguments: [{ Value: string name }] } data) return (field.Name, site);
        Site keySite = SiteOf(field, "NameAttribute") ?? site;
        if (name.Length > 0 && !name.Contains('.')) return (name, keySite);
        _problems.Add(new Problem(Rules.ArgumentOutOfRange, keySite, "Name", $"'{name}'", "a name that is not empty and has no dot, which separates the parts of a key"));
        return (field.Name, site);
    }

    /// <summary>Where an attribute of the field stands; null where it has none such.</summary>
    private Site? SiteOf(IFieldSymbol field, string attribute) =>
        LanguageSymbols.Find(field, attribute)?.ApplicationSyntaxReference is { } reference ? _sites.Add(reference.GetSyntax(_cancellation).GetLocation()) : null;

    private static VariableDeclaratorSyntax? DeclaratorOf(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax;

    private static bool IsTooDeep(IFieldSymbol field) => DeclaratorOf(field)?.Initializer is { Value: var expression } && Nesting.IsTooDeep(expression);

    /// <summary>The meaning of an initializer that is not nested too deeply.</summary>
    private IOperation? Bind(IFieldSymbol field)
    {
        if (DeclaratorOf(field)?.Initializer is not { } initializer) return null;
        IOperation? operation = _semantics(initializer.SyntaxTree).GetOperation(initializer, _cancellation);
        return operation is IFieldInitializerOperation { Value: { } value } ? value : null;
    }

    /// <summary>Half-typed code, which the C# compiler has already refused.</summary>
    private static bool IsHalfTyped(IFieldSymbol field) =>
        DeclaratorOf(field) is { } declarator &&
        (declarator.ContainsDiagnostics || declarator.Parent?.Parent is MemberDeclarationSyntax { ContainsDiagnostics: true });

    /// <summary>In the whole file, since a brace too many or too few moves the border of the class.</summary>
    private bool HasSyntaxErrors(TypeDeclarationSyntax part) =>
        part.SyntaxTree.GetDiagnostics(_cancellation).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether a member that is no graph field was perhaps meant as one: its type or its value does not bind.</summary>
    private bool IsRefusedByCSharp(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type.TypeKind == TypeKind.Error || (!LanguageSymbols.IsGraphType(field.Type) && !IsTooDeep(field) && Bind(field) is { } value && IsInvalid(value)),
        IPropertySymbol property => property.Type.TypeKind == TypeKind.Error,
        _ => false,
    };

    private static bool IsInvalid(IOperation value) =>
        value.DescendantsAndSelf().Any(part => part is IInvalidOperation or IConversionOperation { Conversion.Exists: false });
}
