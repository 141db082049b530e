using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Losses.CategoricalCrossentropy"/>
internal sealed class CategoricalCrossentropyLoss(bool fromLogits, double labelSmoothing, int axis) : CheckedLoss("categorical_crossentropy")
{
    /// <inheritdoc/>
    protected internal override string? RefuseShape(Tensor output, Tensor target) =>
        ClassAxis.Refuse(Name, output, axis) ?? Targets.RefuseShape(Name, output, target);

    /// <inheritdoc/>
    protected internal override string? RefuseValues(Tensor output, Tensor target) =>
        Targets.RefuseOutside(Name, "targets", target, 0, 1) ?? (fromLogits ? null : Probabilities.Refuse(Name, output));

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target)
    {
        Tensor expected = target.to(output.dtype);
        if (labelSmoothing > 0) expected = expected * (1 - labelSmoothing) + labelSmoothing / output.shape[ClassAxis.Of(output, axis)];
        return -(expected * Probabilities.Logarithms(output, fromLogits, axis, Epsilon)).sum(axis);
    }
}
