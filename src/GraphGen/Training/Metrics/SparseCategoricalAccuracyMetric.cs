using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.SparseCategoricalAccuracy"/>
internal sealed class SparseCategoricalAccuracyMetric(int axis) : MeanMetric("sparse_categorical_accuracy")
{
    /// <inheritdoc/>
    protected override string? RefuseShape(Tensor output, Tensor target) => Targets.RefuseLabelShape(Name, output, target, axis);

    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => Targets.RefuseLabels(Name, output, target, axis);

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => Hits.Greatest(output, target, axis);
}
