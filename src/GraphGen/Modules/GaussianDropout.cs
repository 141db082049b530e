using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>Multiplication with normal noise of mean 1 in training, as <see cref="Layers.GaussianDropout"/> declares it; in evaluation the input itself.</summary>
/// <param name="rate">The rate of the dropout whose variance it has, <c>rate / (1 - rate)</c>.</param>
public sealed class GaussianDropout(double rate) : nn.Module<Tensor, Tensor>(nameof(GaussianDropout))
{
    private readonly double _stddev = Math.Sqrt(rate / (1 - rate));

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!training) return input.alias();
        using Tensor normal = randn_like(input);
        using Tensor centered = normal.mul_(_stddev);
        using Tensor noise = centered.add_(1);
        return input * noise;
    }
}
