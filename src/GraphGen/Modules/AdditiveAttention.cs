using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>Attention by <c>Σ scale · tanh(q + k)</c>, as <see cref="Layers.AdditiveAttention"/> declares it.</summary>
public sealed class AdditiveAttention : AttentionModule
{
    private const string Scale = "scale";

    /// <summary>Makes the module with fresh weights, uniform in <c>±√(3 / features)</c>, as Keras does.</summary>
    /// <param name="features">Features of a query and of a key.</param>
    /// <param name="device">Where the weights lie; TorchSharp's default device where it is null.</param>
    /// <param name="dtype">The floating type of the weights; TorchSharp's default type where it is null.</param>
    public AdditiveAttention(long features, Device? device = null, ScalarType? dtype = null)
        : base(nameof(AdditiveAttention))
    {
        Parameter scale = empty(features, dtype: dtype, device: device).AsParameter();
        double bound = Math.Sqrt(3.0 / features);
        nn.init.uniform_(scale, -bound, bound);
        register_parameter(Scale, scale);
    }

    private protected override Tensor Attend(Tensor query, Tensor value, Tensor key, Tensor? mask)
    {
        using Tensor scores = Score(query, key);
        using Tensor weights = Softmax(scores, mask);

        // Of sizes that do not agree TorchSharp's matmul ends the process.
        return einsum("...ts,...sv->...tv", weights, value);
    }

    /// <summary><c>N T S</c>.</summary>
    private Tensor Score(Tensor query, Tensor key)
    {
        using Tensor queries = query.unsqueeze(-2);
        using Tensor keys = key.unsqueeze(-3);
        using Tensor sums = (queries + keys).tanh_();
        using Tensor scale = get_parameter(Scale)!.unsqueeze(0);
        using Tensor scores = nn.functional.linear(sums, scale);
        return scores.squeeze(-1);
    }

    /// <summary>A softmax whose gradient has numbers everywhere, also for a query that may attend to nothing, whose weights are zeros.</summary>
    private static Tensor Softmax(Tensor scores, Tensor? mask)
    {
        if (mask is null) return scores.softmax(-1);
        using Tensor forbidden = mask.logical_not();
        using Tensor masked = scores.masked_fill(forbidden, finfo(scores.dtype).min);
        using Tensor weights = masked.softmax(-1);
        return weights.masked_fill(forbidden, 0);
    }
}
