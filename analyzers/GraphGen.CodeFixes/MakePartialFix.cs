using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace GraphGen.CodeFixes;

/// <summary>GG1001: makes every declaration of a model's class, and of each type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartialFix : CodeFixProvider
{
    private const string Title = "Make partial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["GG1001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } model) return;
        context.RegisterCodeFix(CodeAction.Create(Title, cancellation => MakePartialAsync(context.Document, model, cancellation), equivalenceKey: Title), context.Diagnostics);
    }

    private static async Task<Solution> MakePartialAsync(Document document, TypeDeclarationSyntax model, CancellationToken cancellation)
    {
        SemanticModel? semantics = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var editor = new SolutionEditor(document.Project.Solution);
        for (INamedTypeSymbol? type = semantics.GetDeclaredSymbol(model, cancellation); type is not null; type = type.ContainingType)
        {
            foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
            {
                // A part that was generated has no document, and is partial.
                if (editor.OriginalSolution.GetDocumentId(reference.SyntaxTree) is not { } id) continue;
                SyntaxNode part = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
                if (((TypeDeclarationSyntax)part).Modifiers.Any(SyntaxKind.PartialKeyword)) continue;
                DocumentEditor file = await editor.GetDocumentEditorAsync(id, cancellation).ConfigureAwait(false);
                file.SetModifiers(part, file.Generator.GetModifiers(part).WithPartial(true));
            }
        }

        return editor.GetChangedSolution();
    }
}
