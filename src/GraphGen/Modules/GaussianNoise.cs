using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>Normal noise of mean 0 added in training, as <see cref="Layers.GaussianNoise"/> declares it; in evaluation the input itself.</summary>
/// <param name="stddev">The noise's standard deviation.</param>
public sealed class GaussianNoise(double stddev) : nn.Module<Tensor, Tensor>(nameof(GaussianNoise))
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!training) return input.alias();
        using Tensor normal = randn_like(input);
        using Tensor noise = normal.mul_(stddev);
        return input + noise;
    }
}
