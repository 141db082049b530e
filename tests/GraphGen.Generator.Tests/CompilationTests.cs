using System.Collections.Immutable;
using GraphGen.Analyzers;
using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Generator.Tests;

/// <summary>Generated code compiles without a warning, in any project.</summary>
public class CompilationTests
{
    public static TheoryData<ModelSource> Models => [.. ValidModels.All];

    public static TheoryData<ModelSource> Tutorial => [.. TutorialModels.All];

    [Theory]
    [MemberData(nameof(Models))]
    [MemberData(nameof(Tutorial))]
    public async Task Nothing_is_wrong_with_a_valid_model(ModelSource model)
    {
        GeneratorRun run = GeneratorRun.Of(model.Text);
        ImmutableArray<Diagnostic> diagnostics = await run.Completed.WithAnalyzers([new ModelAnalyzer()]).GetAllDiagnosticsAsync();
        Assert.NotEmpty(run.Sources);
        AssertNone(diagnostics, run);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Nullable_may_be_disabled(ModelSource model) => Compile(model, Project.Parse, NullableContextOptions.Disable);

    [Theory]
    [MemberData(nameof(Models))]
    public void The_language_may_be_old(ModelSource model) =>
        Compile(model, Project.Parse.WithLanguageVersion(LanguageVersion.CSharp9), NullableContextOptions.Enable);

    [Theory]
    [MemberData(nameof(Models))]
    public void The_language_may_be_in_preview(ModelSource model) =>
        Compile(model, Project.Parse.WithLanguageVersion(LanguageVersion.Preview), NullableContextOptions.Warnings);

    private static void Compile(ModelSource model, CSharpParseOptions parse, NullableContextOptions nullable)
    {
        GeneratorRun run = GeneratorRun.Of(Project.Of(parse, nullable, model.Text));
        AssertNone(run.Completed.GetDiagnostics(), run);
    }

    private static void AssertNone(ImmutableArray<Diagnostic> diagnostics, GeneratorRun run)
    {
        Diagnostic[] found = [.. diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)];
        Assert.True(found.Length == 0, $"{string.Join("\n", found.Select(diagnostic => diagnostic.ToString()))}\n{string.Join("\n", run.Sources.Select(source => source.SourceText))}");
    }
}
