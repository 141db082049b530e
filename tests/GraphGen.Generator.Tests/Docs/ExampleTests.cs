using GraphGen.Analyzers;
using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Generator.Tests.Docs;

/// <summary>
/// The examples of the guide are right: models and the programs behind them build without a warning, and the table behind a model is its summary.
/// </summary>
public class ExampleTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    private const string UsingsOfModel = """
        using GraphGen;
        using static GraphGen.Layers;

        """;

    [Theory]
    [InlineData("language.md")]
    [InlineData("getting-started.md")]
    [InlineData("training.md")]
    public async Task Examples_are_right(string page)
    {
        string? model = null;
        foreach ((string language, string text) in new DocPage(page).Blocks)
        {
            if (language == "csharp" && text.Contains("[Model", StringComparison.Ordinal))
            {
                model = text.StartsWith("using ", StringComparison.Ordinal) ? text : UsingsOfModel + text;
                await AssertBuildsAsync(OutputKind.DynamicallyLinkedLibrary, Usings, model);
            }
            else if (language == "csharp")
            {
                Assert.NotNull(model);
                await AssertBuildsAsync(OutputKind.ConsoleApplication, Usings, text, model);
            }
            else if (language == "text")
            {
                Assert.NotNull(model);
                Assert.Equal(text, SummaryOf(model));
            }
        }

        Assert.NotNull(model);
    }

    private static async Task AssertBuildsAsync(OutputKind output, params string[] sources)
    {
        CSharpCompilation project = Project.Of(sources);
        Compilation completed = GeneratorRun.Of(project.WithOptions(project.Options.WithOutputKind(output))).Completed;
        Diagnostic[] found =
        [
            .. (await completed.WithAnalyzers([new ModelAnalyzer(), new ShapeAttributeAnalyzer(), new DeclarationSuppressor()]).GetAllDiagnosticsAsync())
                .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info && !diagnostic.IsSuppressed),
        ];
        Assert.True(found.Length == 0, $"{string.Join("\n", found.Select(diagnostic => diagnostic.ToString()))}\n{sources[1]}");
    }

    /// <summary>The table in the documentation comment of the one model.</summary>
    private static string SummaryOf(string model)
    {
        string[] lines = GeneratorRun.Of(model).Sources.Single().SourceText.ToString().Split('\n');
        IEnumerable<string> comment = lines.SkipWhile(line => !line.Contains("<code>", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.Contains("</code>", StringComparison.Ordinal));
        return string.Join("\n", comment.Select(line => line.Trim()["/// ".Length..]));
    }
}
