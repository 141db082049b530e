using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.TopKCategoricalAccuracy"/>
internal sealed class TopKCategoricalAccuracyMetric(int k, int axis) : MeanMetric("top_k_categorical_accuracy")
{
    /// <inheritdoc/>
    protected override string? RefuseShape(Tensor output, Tensor target) => Hits.RefuseTop(Name, output, k, axis) ?? Targets.RefuseShape(Name, output, target);

    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => Targets.RefuseOutside(Name, "targets", target, 0, 1);

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => Hits.Top(output, target.argmax(axis), k, axis);
}
