using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Losses.SparseCategoricalCrossentropy"/>
internal sealed class SparseCategoricalCrossentropyLoss(bool fromLogits, int axis) : CheckedLoss("sparse_categorical_crossentropy")
{
    /// <inheritdoc/>
    protected internal override string? RefuseShape(Tensor output, Tensor target) => Targets.RefuseLabelShape(Name, output, target, axis);

    /// <inheritdoc/>
    protected internal override string? RefuseValues(Tensor output, Tensor target) =>
        Targets.RefuseLabels(Name, output, target, axis) ?? (fromLogits ? null : Probabilities.Refuse(Name, output));

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target)
    {
        Tensor classes = target.to(ScalarType.Int64).unsqueeze(axis);
        return -Probabilities.Logarithms(output, fromLogits, axis, Epsilon).gather(axis, classes).squeeze(axis);
    }
}
