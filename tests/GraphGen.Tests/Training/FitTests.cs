using GraphGen.Training;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>What a training does, beside the same written out by hand.</summary>
public sealed class FitTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void A_model_learns_is_judged_and_asked()
    {
        random.manual_seed(1);
        using Mlp model = new();
        Tensor x = rand(96, 10);
        Tensor y = x.mean([1], keepdim: true);
        using var training = model.Compile(weights => optim.Adam(weights, 0.01), new SquaredError(), new AbsoluteError());

        IReadOnlyDictionary<string, double> before = training.Evaluate(x, y);
        History history = training.Fit(x, y, epochs: 20, seed: 1, verbosity: Verbosity.Silent);
        IReadOnlyDictionary<string, double> after = training.Evaluate(x, y);

        Assert.Equal(["loss", "absolute_error"], history.Names);
        Assert.Equal(Enumerable.Range(0, 20), history.Epochs);
        Assert.Equal(20, history["loss"].Count);
        Assert.True(after["loss"] < before["loss"] / 4, $"{before["loss"]} -> {after["loss"]}");
        Tensor prediction = model.Predict(x);
        Assert.Equal((prediction - y).square().mean().ToDouble(), after["loss"], 6);
        Assert.Equal((prediction - y).abs().mean().ToDouble(), after["absolute_error"], 6);
    }
}
