using System.Collections.Immutable;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Analyzers;

/// <summary>Reports a <c>[Shape]</c> that is no signature, or none of what it stands on: once, however many models use it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.Of(Rules.Signature)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (ShapeAttributes.FindOwn(context.Symbol) is not { } attribute) return;
        if (ShapeAttributes.TextOf(attribute) is not { } signature || ShapeAttributes.LocationOf(attribute, context.Compilation, context.CancellationToken) is not { } location) return;
        if (ShapeAttributes.FaultOf(context.Symbol, signature) is { } fault) context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(Rules.Signature), location, [.. fault]));
    }
}
