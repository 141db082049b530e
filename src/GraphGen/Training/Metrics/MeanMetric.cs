using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>The weighted mean of a number that each example has.</summary>
/// <param name="name">What a history calls it.</param>
internal abstract class MeanMetric(string name) : SummedMetric(name)
{
    /// <summary>The number of each place of each example, <c>N</c> or <c>N ...</c>, of any type; an example's is the mean over its places.</summary>
    /// <param name="output">What the model made.</param>
    /// <param name="target">The targets.</param>
    protected abstract Tensor PerPlace(Tensor output, Tensor target);

    /// <inheritdoc/>
    protected sealed override Tensor Sums(Tensor output, Tensor target, Tensor weights)
    {
        Tensor places = PerPlace(output, target).to(weights.dtype);
        Tensor examples = places.shape.Length == 1 ? places : places.flatten(1).mean([1L]);
        return stack([(examples * weights).sum(), weights.sum()]);
    }

    /// <inheritdoc/>
    protected override double Conclude(double[] sums) => sums[0] / sums[1];
}
