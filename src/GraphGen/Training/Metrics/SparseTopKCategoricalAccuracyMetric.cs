using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.SparseTopKCategoricalAccuracy"/>
internal sealed class SparseTopKCategoricalAccuracyMetric(int k, int axis) : MeanMetric("sparse_top_k_categorical_accuracy")
{
    /// <inheritdoc/>
    protected override string? RefuseShape(Tensor output, Tensor target) =>
        Hits.RefuseTop(Name, output, k, axis) ?? Targets.RefuseLabelShape(Name, output, target, axis);

    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => Targets.RefuseLabels(Name, output, target, axis);

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => Hits.Top(output, target, k, axis);
}
