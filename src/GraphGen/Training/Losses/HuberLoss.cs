using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Losses.Huber"/>
internal sealed class HuberLoss(double delta) : CheckedLoss("huber_loss")
{
    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) =>
        nn.functional.smooth_l1_loss(output, target.to(output.dtype), nn.Reduction.None, delta) * delta;
}
