using GraphGen.Training;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>Models of several inputs, and of several outputs with losses, weights and metrics of their own.</summary>
public class SeveralTensorsTests : Scoped
{
    [Fact]
    public void Inputs_come_as_a_record()
    {
        using SeveralInputs model = new();
        using var training = model.Compile(weights => optim.SGD(weights, 0.01), new SquaredError());
        SeveralInputs.Inputs x = new(rand(5, 1, 64, 64), rand(5, 3, 32, 32));
        Tensor y = rand(5, 1);
        training.Fit(x, y, batchSize: 2, verbosity: Verbosity.Silent);
        Tensor prediction = model.Predict(x, batchSize: 2);
        model.eval();
        Assert.True(model.call(x.Visible1, x.Visible2).allclose(prediction, 1e-4, 1e-6));
        Assert.Equal((prediction - y).square().mean().ToDouble(), training.Evaluate(x, y, batchSize: 3)["loss"], 5);
    }

    [Fact]
    public void Outputs_have_losses_weights_and_metrics_of_their_own()
    {
        using SeveralOutputs model = new();
        using var training = model.Compile(
            weights => optim.SGD(weights, 0.01),
            new SeveralOutputs.Losses { Output1 = new SquaredError(), Output2 = new SquaredError() },
            new SeveralOutputs.Metrics { Output2 = [new AbsoluteError(), new AbsoluteError()] },
            new SeveralOutputs.LossWeights { Output2 = 0.25 });
        Tensor x = rand(5, 100, 1);
        SeveralOutputs.Outputs y = new(rand(5, 1), rand(5, 100, 1));

        SeveralOutputs.Outputs prediction = model.Predict(x, batchSize: 2);
        IReadOnlyDictionary<string, double> logs = training.Evaluate(x, y, batchSize: 2);
        double first = (prediction.Output1 - y.Output1).square().mean().ToDouble();
        double second = (prediction.Output2 - y.Output2).square().mean().ToDouble();
        double off = (prediction.Output2 - y.Output2).abs().mean().ToDouble();
        Assert.Equal(["loss", "output1_loss", "output2_loss", "output2_absolute_error", "output2_absolute_error_2"], logs.Keys);
        AssertClose([first + (0.25 * second), first, second, off, off], logs.Values, 1e-5);
        Assert.Equal(["loss", "output1_loss", "output2_loss", "output2_absolute_error", "output2_absolute_error_2"], training.Fit(x, y, verbosity: Verbosity.Silent).Names);
    }

    [Fact]
    public void An_output_without_a_loss_is_not_trained_and_needs_no_targets()
    {
        using SeveralOutputs model = new();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SeveralOutputs.Losses { Output2 = new SquaredError() });
        Tensor x = rand(5, 100, 1);
        Tensor before = model.Class12.weight.clone();
        Tensor shared = model.Extract.parameters().First().clone();
        SeveralOutputs.Outputs y = new(null!, rand(5, 100, 1));
        History history = training.Fit(x, y, classWeight: null, verbosity: Verbosity.Silent);
        Assert.Equal(["loss"], history.Names);
        Assert.True(before.allclose(model.Class12.weight, 0, 0));
        Assert.False(shared.allclose(model.Extract.parameters().First(), 0, 0));
        Assert.Throws<ArgumentException>(() => training.Fit(x, new SeveralOutputs.Outputs(rand(5, 1), null!), verbosity: Verbosity.Silent));
    }

    [Fact]
    public void Some_output_has_a_loss()
    {
        using SeveralOutputs model = new();
        Assert.Throws<ArgumentException>(() => model.Compile(weights => optim.SGD(weights, 0.1), new SeveralOutputs.Losses()));
    }

    [Fact]
    public void Weights_of_classes_are_for_one_trained_output()
    {
        using SeveralOutputs model = new();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SeveralOutputs.Losses { Output1 = new SquaredError(), Output2 = new SquaredError() });
        SeveralOutputs.Outputs y = new(rand(5, 1), rand(5, 100, 1));
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => training.Fit(rand(5, 100, 1), y, classWeight: new Dictionary<int, double> { [1] = 2 }, verbosity: Verbosity.Silent));
        Assert.Equal("classWeight", refused.ParamName);
    }
}
