using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Tests.Harness;

/// <summary>
/// A run of the generator over a project. Every run is followed by a second one over a copy of the project, which must find everything unchanged; and no value of the
/// pipeline may hold on to a compilation.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly string[] s_steps = [ModelGenerator.Steps.Declarations, ModelGenerator.Steps.Sources];

    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation project)
    {
        _driver = driver.RunGenerators(project);
        Project = project;
        Assert.Null(Result.Exception);
        Assert.Empty(Result.Diagnostics);
        AssertCached(_driver.RunGenerators(project.Clone()).GetRunResult().Results.Single());
        foreach (object value in s_steps.SelectMany(step => Outputs(Result, step)).Select(output => output.Value)) Reachable.AssertFreeOfCompilation(value);
    }

    public CSharpCompilation Project { get; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    public ImmutableArray<GeneratedSourceResult> Sources => Result.GeneratedSources;

    /// <summary>The project with the generated files.</summary>
    public CSharpCompilation Completed => Project.AddSyntaxTrees(Sources.Select(source => source.SyntaxTree));

    public static GeneratorRun Of(CSharpCompilation project) => new(
        CSharpGeneratorDriver.Create(
            [new ModelGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions?)project.SyntaxTrees.FirstOrDefault()?.Options ?? Harness.Project.Parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        project);

    public static GeneratorRun Of(params string[] sources) => Of(Harness.Project.Of(sources));

    /// <summary>The next run, after an edit.</summary>
    public GeneratorRun Then(CSharpCompilation project) => new(_driver, project);

    /// <summary>How many outputs of a step were not found unchanged.</summary>
    public int Recomputed(string step) => Outputs(Result, step).Count(output => !IsUnchanged(output.Reason));

    private static void AssertCached(GeneratorRunResult second)
    {
        foreach (string step in s_steps) Assert.All(Outputs(second, step), output => Assert.True(IsUnchanged(output.Reason), $"{step} was {output.Reason}: {output.Value}"));
        Assert.All(second.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static bool IsUnchanged(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs) ? runs.SelectMany(run => run.Outputs) : [];
}
