using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Losses.MeanAbsoluteError"/>
internal sealed class MeanAbsoluteErrorLoss() : CheckedLoss("mean_absolute_error")
{
    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => (output - target.to(output.dtype)).abs();
}
