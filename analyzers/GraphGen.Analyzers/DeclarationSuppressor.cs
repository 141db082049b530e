using System.Collections.Immutable;
using GraphGen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Analyzers;

/// <summary>
/// Silences what others say of the graph fields of a model without knowing what they are for: that nothing reads an output, and what GraphGen's own rules say
/// already and better.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor[] s_suppressions =
    [
        Because("CS0108", "GG1007 reports a field that hides a member of a module"),
        Because("CS0649", "GG1003 reports a field without an initializer"),
        Because("CS8601", "A field may stand before those it names, since it is read at build time"),
        Because("CS8602", "A field may stand before those it names, since it is read at build time"),
        Because("CS8604", "A field may stand before those it names, since it is read at build time"),
        Because("IDE0051", "The field is read at build time"),
        Because("IDE0052", "The field is read at build time"),
        Because("CA1823", "The field is read at build time"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. s_suppressions];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree) continue;
            SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (node.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { } declarator) continue;
            ISymbol? field = context.GetSemanticModel(tree).GetDeclaredSymbol(declarator, context.CancellationToken);
            if (field is not IFieldSymbol { Type: var type } || !LanguageSymbols.IsGraphType(type) || !LanguageSymbols.IsModel(field.ContainingType)) continue;
            context.ReportSuppression(Suppression.Create(s_suppressions.First(suppression => suppression.SuppressedDiagnosticId == diagnostic.Id), diagnostic));
        }
    }

    private static SuppressionDescriptor Because(string suppressed, string justification) => new("GG" + suppressed, suppressed, justification);
}
