using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Generator.Tests;

/// <summary>One mistake in a model is no error, and no warning, at the uses of the model.</summary>
public class SkeletonTests
{
    [Theory]
    [InlineData("static readonly Input x = Input(0); static readonly Output y = Dense(1)(x);", "x", "X: x", "Tensor y = named.Y;")]
    [InlineData("static readonly Input x = Input(1); static readonly Input z = Input(0); static readonly Output y = Dense(1)(x);", "x, x", "X: x, Z: x", "Tensor y = named.Y;")]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = Dense(0)(x); static readonly Output z = Dense(1)(x);", "x", "X: x", "(Tensor first, Tensor second) = result; Tensor y = result.y; Tensor z = named.Z;")]
    [InlineData("static readonly Output y = Dense(1)(y);", "x", "", "Tensor y = named.Y;")]
    [InlineData("static readonly Input x = Input(1);", "x", "X: x", "Tensor y = result;")]
    [InlineData("", "x", "", "Tensor y = result;")]
    [InlineData("static readonly Layer y = Dense(1); static readonly Input x;", "x", "X: x", "")]
    [InlineData("static readonly Input dense = Input(1); static readonly Output @return = Abs(0);", "x", "Dense: x", "Tensor y = named.Return;")]
    public void Every_use_of_a_broken_model_binds(string fields, string arguments, string named, string results) => AssertBinds(fields, $$"""
        var result = model.call({{arguments}});
        result = model.forward({{arguments}});
        M.Outputs named = model.forward(new M.Inputs({{named}}));
        named = result;
        {{results}}
        """);

    [Theory]
    [InlineData("static readonly Output s = a + b + c + d + e + f + Dense(0)(g);", "Tensor y = result; y = named.S;")]
    [InlineData("static readonly Output s = a + b + c + d + e + f + Dense(0)(g); static readonly Output t = a;", "Tensor y = result.s; y = named.T;")]
    [InlineData("", "Tensor y = result;")]
    public void Every_use_of_a_broken_model_of_seven_inputs_binds(string fields, string results)
    {
        string inputs = string.Concat("abcdefg".Select(name => $"static readonly Input {name} = Input(1); "));
        AssertBinds(inputs + fields, $$"""
            var inputs = new M.Inputs(x, x, x, x, x, x, G: x);
            var result = model.call(inputs);
            result = model.forward(inputs);
            M.Outputs named = model.call(inputs);
            {{results}}
            """);
    }

    [Theory]
    [InlineData("[Tap] static readonly Node hidden = Dense(0)(x);", "Tensor features = model.Features(x); Tensor hidden = model.Taps[\"hidden\"];")]
    [InlineData("[Tap] static readonly Node hidden = Dense(0)(x), code = Dense(3)(hidden);", "Tensor features = model.Features(x).code; foreach (var (name, tap) in model.Taps) features = tap;")]
    [InlineData("[Tap, Frozen] static readonly Node hidden = Dens(0)(x);", "Tensor features = model.Features(x); model.Freeze(\"hidden\"); model.Unfreeze(\"hidden\");")]
    public void Taps_and_frozen_layers_of_a_broken_model_bind(string fields, string uses) =>
        AssertBinds($"static readonly Input x = Input(3); {fields} static readonly Output y = Dense(1)(hidden);", uses);

    [Fact]
    public void Layers_bind_with_their_types_where_they_are_known() => AssertBinds(
        "static readonly Input x = Input(1); static readonly Node hidden = Dense(3, PReLU())(x); static readonly Node dense = Dense(0)(hidden); static readonly Output y = Dense(1)(dense);",
        """
        TorchSharp.Modules.Linear hidden = model.Hidden;
        Tensor? bias = model.Hidden.bias;
        Tensor slope = model.HiddenPrelu.weight;
        torch.nn.Module dense = model.Dense;
        bias = model.Y.bias;
        """);

    private static void AssertBinds(string fields, string uses)
    {
        string source = $$"""
            using GraphGen;
            using TorchSharp;
            using static GraphGen.Layers;
            using static TorchSharp.torch;

            /// <summary>Broken.</summary>
            [Model]
            public partial class M
            {
                {{fields}}
            }

            internal static class Program
            {
                internal static void Use(Tensor x)
                {
                    using var model = new M();
                    _ = new M(CPU);
                    _ = new M(device: CPU, dtype: ScalarType.Float64);
                    {{uses}}
                    model.train();
                    model.eval();
                    _ = model.parameters();
                    _ = model.state_dict();
                    model.save("file");
                    model.load("file");
                    _ = model.to(ScalarType.Float64).to(CPU);
                    _ = model.Summary();
                    model.Plot("model.svg");
                    _ = model.Graph.Nodes;
                    _ = model.GetLayer("layer").parameters();
                    _ = model is GraphGen.Inspection.IModel;
                    _ = model is torch.nn.Module;
                }
            }
            """;
        GeneratorRun run = GeneratorRun.Of(source);
        string generated = Assert.Single(run.Sources).SourceText.ToString();
        Assert.Contains("built with errors", generated, StringComparison.Ordinal);

        // What a field of the model itself lacks is its own matter: it is the mistake.
        Diagnostic[] found = [.. run.Completed.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && !IsInModel(diagnostic))];
        Assert.True(found.Length == 0, $"{string.Join("\n", found.Select(diagnostic => diagnostic.ToString()))}\n{source}\n{generated}");
    }

    private static bool IsInModel(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { FilePath: "Source1.cs" } tree && diagnostic.Location.SourceSpan.End < tree.ToString().IndexOf("class Program", StringComparison.Ordinal);
}
