using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.RootMeanSquaredError"/>
internal sealed class RootMeanSquaredErrorMetric() : MeanMetric("root_mean_squared_error")
{
    private readonly MeanSquaredErrorLoss _squares = new();

    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => null;

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => _squares.PerExample(output, target);

    /// <inheritdoc/>
    protected override double Conclude(double[] sums) => Math.Sqrt(base.Conclude(sums));
}
