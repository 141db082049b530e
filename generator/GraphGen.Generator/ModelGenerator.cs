using System.Text;
using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Reading;
using GraphGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Generator;

/// <summary>Writes the other half of every <c>[Model]</c> class. It reports nothing: the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>The steps of the pipeline, by which tests follow what was computed again.</summary>
    internal static class Steps
    {
        public const string Declarations = nameof(Declarations);
        public const string Names = nameof(Names);
        public const string Sources = nameof(Sources);
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Declaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(LanguageSymbols.ModelAttribute, static (node, _) => node is TypeDeclarationSyntax, Read)
            .Where(static declaration => declaration is { Type.IsOpen: true })
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(Steps.Declarations);
        IncrementalValueProvider<HintNames> names = declarations.Select(static (declaration, _) => declaration.Type.MetadataName)
            .Collect()
            .Select(static (models, _) => HintNames.Of(models))
            .WithTrackingName(Steps.Names);

        // A model that nests none never waits for the others; one that does is generated again when one of those changes that it nests, directly or not.
        IncrementalValuesProvider<GeneratedSource> alone = declarations.Where(static declaration => !declaration.Models.Any())
            .Select(static (declaration, _) => Generate(declaration, ModelLibrary.Empty))
            .WithTrackingName(Steps.Sources);
        IncrementalValuesProvider<GeneratedSource> nesting = declarations.Where(static declaration => declaration.Models.Any())
            .Combine(declarations.Collect().Select(static (all, _) => new DeclarationIndex(all)))
            .Select(static (item, _) => new Nest(item.Left, item.Right.NestedIn(item.Left)))
            .Select(static (nest, _) => Generate(nest.Model, nest.ToLibrary()))
            .WithTrackingName(Steps.Sources);
        Register(alone);
        Register(nesting);

        void Register(IncrementalValuesProvider<GeneratedSource> sources) => context.RegisterSourceOutput(
            sources.Combine(names),
            static (production, item) => production.AddSource(item.Right.For(item.Left.Model), SourceText.From(item.Left.Text, Encoding.UTF8)));
    }

    private static Declaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        if (!LanguageSymbols.IsModel(type) || !IsFirstOf(type, context.TargetNode)) return null;

        // A partial class may lie in several files, each with a semantic model of its own.
        Compilation compilation = context.SemanticModel.Compilation;
        SemanticModel Semantics(SyntaxTree tree) => tree == context.SemanticModel.SyntaxTree ? context.SemanticModel : compilation.GetSemanticModel(tree);
        return ModelReader.Read(type, Semantics, cancellation).Declaration;
    }

    /// <summary>A class of several parts comes once for each that has the attribute, though C# refuses more than one.</summary>
    private static bool IsFirstOf(INamedTypeSymbol type, SyntaxNode part) =>
        LanguageSymbols.Find(type, "ModelAttribute")?.ApplicationSyntaxReference is { } attribute && attribute.SyntaxTree == part.SyntaxTree && part.Span.Contains(attribute.Span);

    private static GeneratedSource Generate(Declaration declaration, ModelLibrary library)
    {
        Graph graph = Linker.Link(declaration, library);
        string text = graph.IsSound ? new ModelEmitter(graph).Emit() : SkeletonEmitter.Emit(graph);
        return new GeneratedSource(declaration.Type.MetadataName, text);
    }

    private sealed record GeneratedSource(string Model, string Text);
}
