using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using GraphGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.CodeFixes.Tests;

/// <summary>A project in memory, with the analyzer and one code fix, as an editor holds it.</summary>
internal sealed class FixedProject(CodeFixProvider provider, params string[] sources)
{
    private readonly Project _project = sources.Aggregate(Empty(), (project, source) => project.AddDocument($"File{project.DocumentIds.Count}.cs", SourceText.From(source)).Project);

    /// <summary>The titles that the editor offers at the first diagnostic.</summary>
    public async Task<IEnumerable<string>> TitlesAsync() => (await ActionsAsync((await DiagnosticsAsync(_project))[0])).Select(action => action.Title);

    /// <summary>The sources once the fix is applied to the diagnostic of that number.</summary>
    public async Task<string[]> FixAsync(int diagnostic = 0)
    {
        CodeAction action = Assert.Single(await ActionsAsync((await DiagnosticsAsync(_project))[diagnostic]));
        return await ApplyAsync(action);
    }

    /// <summary>The sources once all diagnostics of the project are fixed at once.</summary>
    public async Task<string[]> FixAllAsync()
    {
        ImmutableArray<Diagnostic> diagnostics = await DiagnosticsAsync(_project);
        CodeAction first = Assert.Single(await ActionsAsync(diagnostics[0]));
        var context = new FixAllContext(
            _project, provider, FixAllScope.Project, first.EquivalenceKey, provider.FixableDiagnosticIds, new Diagnostics(diagnostics), CancellationToken.None);
        CodeAction? all = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(Assert.IsAssignableFrom<CodeAction>(all));
    }

    private static Project Empty()
    {
        ProjectId id = ProjectId.CreateNewId();
        return new AdhocWorkspace().CurrentSolution
            .AddProject(id, "Models", "Models", LanguageNames.CSharp)
            .WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.Latest))
            .WithProjectCompilationOptions(id, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithProjectMetadataReferences(id, [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Node).Assembly.Location)])
            .GetProject(id)!;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private async Task<List<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        Document document = _project.GetDocument(diagnostic.Location.SourceTree)!;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private async Task<string[]> ApplyAsync(CodeAction action)
    {
        ApplyChangesOperation change = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None)));
        Project changed = change.ChangedSolution.GetProject(_project.Id)!;
        Assert.Empty(await DiagnosticsAsync(changed));
        return await Task.WhenAll(changed.Documents.Select(async document => (await document.GetTextAsync()).ToString()));
    }

    private sealed class Diagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
