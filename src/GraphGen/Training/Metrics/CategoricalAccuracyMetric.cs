using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.CategoricalAccuracy"/>
internal sealed class CategoricalAccuracyMetric(int axis) : MeanMetric("categorical_accuracy")
{
    /// <inheritdoc/>
    protected override string? RefuseShape(Tensor output, Tensor target) => ClassAxis.Refuse(Name, output, axis) ?? Targets.RefuseShape(Name, output, target);

    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => Targets.RefuseOutside(Name, "targets", target, 0, 1);

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => Hits.Greatest(output, target.argmax(axis), axis);
}
