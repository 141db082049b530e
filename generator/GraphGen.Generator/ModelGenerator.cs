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
        public const string Sources = nameof(Sources);
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Declaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(LanguageSymbols.ModelAttribute, static (node, _) => node is TypeDeclarationSyntax, Read)
            .WithTrackingName(Steps.Declarations);
        IncrementalValuesProvider<GeneratedSource?> sources = declarations.Select(static (declaration, _) => Generate(declaration)).WithTrackingName(Steps.Sources);
        context.RegisterSourceOutput(sources, static (production, source) =>
        {
            if (source is not null) production.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8));
        });
    }

    private static Declaration Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        // A partial class may lie in several files, each with a semantic model of its own.
        Compilation compilation = context.SemanticModel.Compilation;
        SemanticModel Semantics(SyntaxTree tree) => tree == context.SemanticModel.SyntaxTree ? context.SemanticModel : compilation.GetSemanticModel(tree);
        return ModelReader.Read((INamedTypeSymbol)context.TargetSymbol, Semantics, cancellation).Declaration;
    }

    private static GeneratedSource? Generate(Declaration declaration)
    {
        if (!declaration.Type.IsOpen) return null;
        Graph graph = Linker.Link(declaration);
        string text = graph.IsSound ? new ModelEmitter(graph).Emit() : SkeletonEmitter.Emit(graph);
        return new GeneratedSource(HintName(declaration.Type.MetadataName), text);
    }

    /// <summary>File names may not have every character that a class's may.</summary>
    private static string HintName(string metadataName) => metadataName.Replace('`', '_').Replace('+', '.') + ".g.cs";

    private sealed record GeneratedSource(string HintName, string Text);
}
