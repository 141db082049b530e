using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Losses.MeanSquaredError"/>
internal sealed class MeanSquaredErrorLoss() : CheckedLoss("mean_squared_error")
{
    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => (output - target.to(output.dtype)).square();
}
