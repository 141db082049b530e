using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Losses.BinaryCrossentropy"/>
internal sealed class BinaryCrossentropyLoss(bool fromLogits) : CheckedLoss("binary_crossentropy")
{
    /// <inheritdoc/>
    protected internal override string? RefuseValues(Tensor output, Tensor target) =>
        Targets.RefuseOutside(Name, "targets", target, 0, 1) ?? (fromLogits ? null : Probabilities.Refuse(Name, output));

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target)
    {
        Tensor expected = target.to(output.dtype);
        return fromLogits
            ? nn.functional.binary_cross_entropy_with_logits(output, expected, reduction: nn.Reduction.None)
            : nn.functional.binary_cross_entropy(output.clamp(Epsilon, 1 - Epsilon), expected, reduction: nn.Reduction.None);
    }
}
