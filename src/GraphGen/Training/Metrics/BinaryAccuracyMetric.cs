using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.BinaryAccuracy"/>
internal sealed class BinaryAccuracyMetric(double threshold) : MeanMetric("binary_accuracy")
{
    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => Targets.RefuseOthers(Name, target, 0, 1);

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => Hits.Binary(output, target, threshold);
}
