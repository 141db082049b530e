using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.Accuracy"/>
internal sealed class AccuracyMetric(int axis) : MeanMetric("accuracy")
{
    private enum Kind
    {
        Binary,
        OneHot,
        Labels,
    }

    /// <inheritdoc/>
    protected override string? RefuseShape(Tensor output, Tensor target) =>
        KindOf(output, target) == Kind.Labels ? Targets.RefuseLabelShape(Name, output, target, axis) : Targets.RefuseShape(Name, output, target);

    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => KindOf(output, target) switch
    {
        Kind.Binary => Targets.RefuseOthers(Name, target, 0, 1),
        Kind.OneHot => Targets.RefuseOutside(Name, "targets", target, 0, 1),
        _ => Targets.RefuseLabels(Name, output, target, axis),
    };

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => KindOf(output, target) switch
    {
        Kind.Binary => Hits.Binary(output, target, 0.5),
        Kind.OneHot => Hits.Greatest(output, target.argmax(axis), axis),
        _ => Hits.Greatest(output, target, axis),
    };

    private Kind KindOf(Tensor output, Tensor target) =>
        ClassAxis.Refuse(Name, output, axis) is not null ? Kind.Binary : output.shape.SequenceEqual(target.shape) ? Kind.OneHot : Kind.Labels;
}
