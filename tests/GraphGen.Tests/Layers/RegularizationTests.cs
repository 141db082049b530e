using TorchSharp;
using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>What disturbs its input in training.</summary>
[Model]
public partial class Regularized
{
    static readonly Input  line    = Input(50, 3);
    static readonly Input  picture = Input(50, 3, 2);
    static readonly Input  volume  = Input(50, 2, 2, 2);
    static readonly Output lines    = SpatialDropout1D(0.25)(line);
    static readonly Output pictures = SpatialDropout2D(0.25)(picture);
    static readonly Output volumes  = SpatialDropout3D(0.25)(volume);
    static readonly Output alpha    = AlphaDropout(0.25)(line);
    static readonly Output noisy    = GaussianNoise(0.5)(line);
    static readonly Output factors  = GaussianDropout(0.2)(line);
}

public class RegularizationTests
{
    private const int Examples = 200;

    [Fact]
    public void In_evaluation_nothing_changes()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (Regularized.Inputs inputs, Regularized.Outputs results) = Run(trains: false);
        Assert.Equal(Values.Of(inputs.Line), Values.Of(results.Lines));
        Assert.Equal(Values.Of(inputs.Picture), Values.Of(results.Pictures));
        Assert.Equal(Values.Of(inputs.Volume), Values.Of(results.Volumes));
        Assert.Equal(Values.Of(inputs.Line), Values.Of(results.Alpha));
        Assert.Equal(Values.Of(inputs.Line), Values.Of(results.Noisy));
        Assert.Equal(Values.Of(inputs.Line), Values.Of(results.Factors));
    }

    [Fact]
    public void Channels_are_dropped_as_a_whole()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (Regularized.Inputs inputs, Regularized.Outputs results) = Run(trains: true);
        AssertWhole(inputs.Line, results.Lines);
        AssertWhole(inputs.Picture, results.Pictures);
        AssertWhole(inputs.Volume, results.Volumes);

        static void AssertWhole(torch.Tensor input, torch.Tensor result)
        {
            torch.Tensor ratio = (result / input).flatten(2);
            torch.Tensor first = ratio.narrow(2, 0, 1);
            Assert.True((ratio - first).abs().max().item<double>() < 1e-12);
            Assert.True(first.min().item<double>() == 0);
            Assert.Equal(4 / 3.0, first.max().item<double>(), 1e-12);
            Assert.InRange((first == 0).to(torch.float64).mean().item<double>(), 0.23, 0.27);
        }
    }

    [Fact]
    public void Alpha_dropout_keeps_mean_and_variance()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (Regularized.Inputs inputs, Regularized.Outputs results) = Run(trains: true);
        Assert.InRange(results.Alpha.mean().item<double>(), -0.02, 0.02);
        Assert.InRange(results.Alpha.var().item<double>(), 0.97, 1.03);

        // What is dropped is one number, and the rest a straight line of the input: both scaled by a, so that the variance stays 1 (the paper's equation 14).
        const double rate = 0.25;
        const double least = -1.7580993408473766;
        double scale = 1 / Math.Sqrt((1 - rate) * (1 + rate * least * least));
        double[] x = Values.Of(inputs.Line);
        double[] y = Values.Of(results.Alpha);
        double shift = -scale * rate * least;
        int dropped = Enumerable.Range(0, x.Length).Count(i => Math.Abs(y[i] - (scale * least + shift)) < 1e-9);
        int kept = Enumerable.Range(0, x.Length).Count(i => Math.Abs(y[i] - (scale * x[i] + shift)) < 1e-9);
        Assert.Equal(x.Length, dropped + kept);
        Assert.InRange(dropped / (double)x.Length, 0.24, 0.26);
    }

    [Fact]
    public void Noise_has_the_deviation_that_was_asked_for()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        (Regularized.Inputs inputs, Regularized.Outputs results) = Run(trains: true);
        AssertNormal(results.Noisy - inputs.Line, mean: 0, deviation: 0.5);
        AssertNormal(results.Factors / inputs.Line, mean: 1, deviation: Math.Sqrt(0.2 / 0.8));

        static void AssertNormal(torch.Tensor numbers, double mean, double deviation)
        {
            Assert.InRange(numbers.mean().item<double>(), mean - 0.01, mean + 0.01);
            Assert.InRange(numbers.std().item<double>(), 0.98 * deviation, 1.02 * deviation);

            // Of normal numbers 68.27 % lie within one deviation.
            Assert.InRange(((numbers - mean).abs() < deviation).to(torch.float64).mean().item<double>(), 0.675, 0.69);
        }
    }

    private static (Regularized.Inputs Inputs, Regularized.Outputs Results) Run(bool trains)
    {
        torch.manual_seed(5);
        using var model = new Regularized(dtype: torch.float64);
        model.train(trains);
        var inputs = new Regularized.Inputs(
            torch.randn(Examples, 50, 3, dtype: torch.float64),
            torch.randn(Examples, 50, 3, 2, dtype: torch.float64),
            torch.randn([Examples, 50, 2, 2, 2], dtype: torch.float64));
        return (inputs, model.forward(inputs));
    }
}
