using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary><c>softmax(Q Kᵀ / √F) V</c>, as <see cref="Layers.ScaledDotProductAttention"/> declares it.</summary>
/// <param name="causal">Whether a position attends to none behind it.</param>
/// <param name="dropout">The part of the attention weights that is dropped in training, in [0, 1).</param>
public sealed class ScaledDotProductAttention(bool causal = false, double dropout = 0) : AttentionModule(nameof(ScaledDotProductAttention))
{
    /// <summary>Axes by which libtorch's fused attention on a CPU goes, which is several times faster than the other: batch, heads, positions, features.</summary>
    private const int FusedAxes = 4;

    private protected override Tensor Attend(Tensor query, Tensor value, Tensor key, Tensor? mask)
    {
        double rate = training ? dropout : 0;
        if (query.dim() >= FusedAxes) return Apply(query, value, key, mask, causal, rate);
        using Tensor queryOfOneHead = query.unsqueeze(1);
        using Tensor valueOfOneHead = value.unsqueeze(1);
        using Tensor keyOfOneHead = key.unsqueeze(1);
        using Tensor? maskOfOneHead = mask?.unsqueeze(1);
        using Tensor result = Apply(queryOfOneHead, valueOfOneHead, keyOfOneHead, maskOfOneHead, causal, rate);
        return result.squeeze(1);
    }

    /// <summary>libtorch's function, which does not take a mask with <paramref name="causal"/>.</summary>
    internal static Tensor Apply(Tensor query, Tensor value, Tensor key, Tensor? mask, bool causal, double dropout)
    {
        if (mask is null || !causal) return nn.functional.scaled_dot_product_attention(query, key, value, mask, dropout, causal);
        using Tensor all = ones(query.size(-2), key.size(-2), dtype: ScalarType.Bool, device: mask.device);
        using Tensor past = all.tril();
        using Tensor both = mask.logical_and(past);
        return nn.functional.scaled_dot_product_attention(query, key, value, both, dropout);
    }
}
