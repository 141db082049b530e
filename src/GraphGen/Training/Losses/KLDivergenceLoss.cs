using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Losses.KLDivergence"/>
internal sealed class KLDivergenceLoss(int axis) : CheckedLoss("kl_divergence")
{
    /// <inheritdoc/>
    protected internal override string? RefuseShape(Tensor output, Tensor target) =>
        ClassAxis.Refuse(Name, output, axis) ?? Targets.RefuseShape(Name, output, target);

    /// <inheritdoc/>
    protected internal override string? RefuseValues(Tensor output, Tensor target) =>
        Targets.RefuseOutside(Name, "targets", target, 0, 1) ?? Probabilities.Refuse(Name, output);

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target)
    {
        Tensor expected = target.to(output.dtype).clamp(Epsilon, 1);
        return (expected * (expected / output.clamp(Epsilon, 1)).log()).sum(axis);
    }
}
