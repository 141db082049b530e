using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Generator.Tests;

/// <summary>What a model has for its training, typed by its inputs and outputs, whatever else its class has and whether or not it is sound.</summary>
public class TrainingMemberTests
{
    private const string OneOutput = "static readonly Output y = Dense(1)(x);";
    private const string TwoOutputs = "static readonly Output first = Dense(1)(x), second = Dense(2)(x);";
    private const string TrainOne = "var training = model.Compile(optimizer, loss, metric, metric); training = model.Compile(factory, loss); History h = training.Fit(x, x, epochs: 2); Tensor p = model.Predict(x, batchSize: 5);";

    private const string TrainTwo = """
        var training = model.Compile(optimizer, new M.Losses { First = loss, Second = loss });
        training = model.Compile(factory, new M.Losses { Second = loss }, new M.Metrics { First = new[] { metric } }, new M.LossWeights { Second = 0.5 });
        History h = training.Fit(x, new M.Outputs(x, x), validation: (x, new M.Outputs(Second: x, First: x)));
        Tensor p = model.Predict(x).Second;
        """;

    [Theory]
    [InlineData(OneOutput, TrainOne)]
    [InlineData(TwoOutputs, TrainTwo)]
    [InlineData("static readonly Input z = Input(3); static readonly Output y = Dense(1)(x + z);", "model.Compile(factory, loss).Fit(new M.Inputs(x, x), x); Tensor p = model.Predict(new M.Inputs(Z: x, X: x));")]
    [InlineData("static readonly Output y = Dense(1)(Dense(0)(x));", TrainOne)]
    [InlineData("static readonly Output first = Dense(0)(x), second = Dense(2)(first);", TrainTwo)]
    [InlineData("", TrainOne)]
    public void Uses_bind_of_a_sound_model_and_of_a_broken_one(string fields, string uses) => Assert.Empty(Errors(fields, uses));

    [Theory]
    [InlineData("var l = new M.Losses { Frist = loss };")]
    [InlineData("var m = new M.Metrics { Frist = new[] { metric } };")]
    [InlineData("var w = new M.LossWeights { Frist = 1 };")]
    public void A_misspelt_output_does_not_compile(string uses) => Assert.Equal(["CS0117"], Errors(TwoOutputs, uses).Select(error => error.Id));

    [Theory]
    [InlineData(OneOutput + " internal int Compile => 3;", "int three = model.Compile; Tensor p = model.Predict(x);")]
    [InlineData(OneOutput + " internal int Compile(int a) => a; internal int Predict(string s) => 3;", "int three = model.Compile(3) + model.Predict(\"\");")]
    [InlineData("static readonly Output y = Dense(0)(x); internal int Compile => 3; internal int Predict => 4;", "int three = model.Compile + model.Predict;")]
    [InlineData(TwoOutputs + " internal sealed class Losses { }", "var l = new M.Losses(); Tensor p = model.Predict(x).Second;")]
    [InlineData("static readonly Node predict = Dense(2)(x), compile = Dense(2)(predict); static readonly Output y = Dense(1)(compile);", TrainOne + " Tensor w = model.PredictLayer.weight;")]
    [InlineData("static readonly Node losses = Dense(2)(x), metrics = Dense(2)(losses); static readonly Output first = Dense(1)(metrics), second = Dense(2)(losses);", TrainTwo + " Tensor w = model.MetricsLayer.weight;")]
    [InlineData("static readonly Node adapter = Dense(2)(x), _adapter = Dense(2)(adapter); static readonly Output y = Dense(1)(_adapter);", TrainOne + " Tensor w = model.Adapter.weight;")]
    [InlineData("static readonly Node adapter = Dense(2)(x), _adapter = Dense(2)(adapter); static readonly Output y = Dense(0)(_adapter);", TrainOne + " Tensor w = model.Adapter.weight;")]
    public void Names_that_are_taken_stay_the_users(string members, string uses) => Assert.Empty(Errors(members, uses));

    private static IEnumerable<Diagnostic> Errors(string members, string uses)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using GraphGen;
            using GraphGen.Training;
            using TorchSharp;
            using static GraphGen.Layers;
            using static TorchSharp.torch;

            /// <summary>Trained.</summary>
            [Model]
            public partial class M
            {
                static readonly Input x = Input(3);
                {{members}}
            }

            internal static class Program
            {
                internal static void Use(M model, Tensor x, optim.Optimizer optimizer, OptimizerFactory factory, Loss loss, Metric metric)
                {
                    {{uses}}
                }
            }
            """);
        return run.Completed.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
