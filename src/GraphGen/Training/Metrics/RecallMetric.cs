using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.Recall"/>
internal sealed class RecallMetric(double threshold) : SummedMetric("recall")
{
    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => Targets.RefuseOthers(Name, target, 0, 1);

    /// <inheritdoc/>
    protected override Tensor Sums(Tensor output, Tensor target, Tensor weights)
    {
        Tensor wanted = target.ne(0).reshape(-1) * Gathering.Spread(weights, output.shape);
        return stack([(wanted * output.gt(threshold).reshape(-1)).sum(), wanted.sum()]);
    }

    /// <inheritdoc/>
    protected override double Conclude(double[] sums) => Ratio.OrZero(sums[0], sums[1]);
}
