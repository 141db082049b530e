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

    [Theory]
    [InlineData("Input a = Input(1), b = Input(1)", "x, x", "x, B: x")]
    [InlineData("Input a = Input(1), b = Input(1), c = Input(1), d = Input(1), e = Input(1), f = Input(1), g = Input(1)", "new M.Inputs(x, x, x, x, x, x, x)", "A: x, B: x, C: x, D: x, E: x, F: x, G: x")]
    public void Inputs_and_outputs_have_names(string inputs, string arguments, string named) => Compile(
        $$"""
            using GraphGen;
            using static GraphGen.Layers;
            using static TorchSharp.torch;

            [Model]
            internal partial class M
            {
                static readonly {{inputs}};
                static readonly Output sum = a + b;
                static readonly Output product = Dense(2)(a * b);

                private static Tensor Use(M model, Tensor x)
                {
                    Outputs outputs = model.call({{arguments}});
                    outputs = model.forward(new Inputs({{named}}));
                    (Tensor sum, Tensor product) result = model.call({{arguments}});
                    (Tensor first, Tensor second) = outputs;
                    return outputs.Sum + outputs.Product + result.sum + result.product + first + second + model.Product.weight;
                }
            }
            """,
        Project.Parse,
        NullableContextOptions.Enable);

    private static void Compile(ModelSource model, CSharpParseOptions parse, NullableContextOptions nullable) => Compile(model.Text, parse, nullable);

    private static void Compile(string source, CSharpParseOptions parse, NullableContextOptions nullable)
    {
        GeneratorRun run = GeneratorRun.Of(Project.Of(parse, nullable, source));
        AssertNone(run.Completed.GetDiagnostics(), run);
    }

    private static void AssertNone(ImmutableArray<Diagnostic> diagnostics, GeneratorRun run)
    {
        Diagnostic[] found = [.. diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)];
        Assert.True(found.Length == 0, $"{string.Join("\n", found.Select(diagnostic => diagnostic.ToString()))}\n{string.Join("\n", run.Sources.Select(source => source.SourceText))}");
    }
}
