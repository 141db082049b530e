using System.Collections.Immutable;
using GraphGen.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>What is true of every source whatever: the compiler does not throw, and there is an error at a place in the source, or a model that compiles.</summary>
internal static class Verdict
{
    /// <summary>The text that a generated half has, and none that works.</summary>
    private const string Skeleton = "was built with errors";

    /// <summary>Fails where that is not so.</summary>
    /// <returns>The errors.</returns>
    public static async Task<IReadOnlyList<Diagnostic>> AssertAsync(CSharpCompilation project)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: Project.Parse).RunGenerators(project);
        return await AssertAsync(project, driver.GetRunResult().Results.Single());
    }

    private static async Task<IReadOnlyList<Diagnostic>> AssertAsync(CSharpCompilation project, GeneratorRunResult result)
    {
        Assert.True(result.Exception is null, $"{result.Exception}");
        var exceptions = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => exceptions.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        Compilation completed = project.AddSyntaxTrees(result.GeneratedSources.Select(source => source.SyntaxTree));
        ImmutableArray<Diagnostic> reported = await new CompilationWithAnalyzers(completed, [new ModelAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.True(exceptions.Count == 0, string.Join("\n", exceptions));

        Diagnostic[] errors = [.. completed.GetDiagnostics().Concat(reported).Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)];
        Diagnostic[] ofCSharp = [.. errors.Where(error => error.Id.StartsWith("CS", StringComparison.Ordinal))];
        Assert.True(
            ofCSharp.Length == 0 || ofCSharp.Any(error => project.ContainsSyntaxTree(error.Location.SourceTree)),
            $"All errors are in generated code: {string.Join("\n", ofCSharp.Select(error => error.ToString()))}");
        Assert.True(
            errors.Length > 0 || result.GeneratedSources.All(source => !source.SourceText.ToString().Contains(Skeleton, StringComparison.Ordinal)),
            "A skeleton was generated, and nothing is said to be wrong.");
        return errors;
    }
}
