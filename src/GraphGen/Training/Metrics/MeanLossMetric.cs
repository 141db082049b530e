using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>The mean of a loss.</summary>
/// <param name="loss">The loss.</param>
internal sealed class MeanLossMetric(CheckedLoss loss) : MeanMetric(loss.Name)
{
    /// <inheritdoc/>
    protected override string? RefuseShape(Tensor output, Tensor target) => loss.RefuseShape(output, target);

    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => loss.RefuseValues(output, target);

    /// <inheritdoc/>
    protected override Tensor PerPlace(Tensor output, Tensor target) => loss.PerExample(output, target);
}
