using System.Collections.Concurrent;
using System.Collections.Immutable;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Analyzers;

/// <summary>Reports what is wrong with a <c>[Model]</c> class: runs the compiler on it as the generator does, and tells its problems.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            // Models that nest others read them too: each is read once.
            var read = new ConcurrentDictionary<INamedTypeSymbol, ReadModel>(SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(symbol => Analyze(symbol, read), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentDictionary<INamedTypeSymbol, ReadModel> read)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!LanguageSymbols.IsModel(type)) return;
        ReadModel model = Read(type);
        var library = new ModelLibrary(name => context.Compilation.Assembly.GetTypeByMetadataName(name) is { } nested ? Read(nested).Declaration : null);
        foreach (Problem problem in Linker.Link(model.Declaration, library).Problems) context.ReportDiagnostic(ToDiagnostic(problem, model.Sites));

        // A partial class may lie in several files; within the compiler these models are cached.
#pragma warning disable RS1030
        ReadModel Read(INamedTypeSymbol symbol) => read.GetOrAdd(symbol, _ => ModelReader.Read(symbol, tree => context.Compilation.GetSemanticModel(tree), context.CancellationToken));
#pragma warning restore RS1030
    }

    private static Diagnostic ToDiagnostic(Problem problem, SiteMap sites) => Diagnostic.Create(
        Descriptors.Of(problem.Rule),
        sites[problem.Site],
        problem.Related.Select(site => sites[site]),
        [.. problem.Arguments]);
}
