using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Losses.SquaredHinge"/>
internal sealed class SquaredHingeLoss() : CheckedLoss("squared_hinge")
{
    /// <inheritdoc/>
    protected internal override string? RefuseValues(Tensor output, Tensor target) => HingeLabels.Refuse(Name, target);

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => HingeLabels.Missing(output, target).square();
}
