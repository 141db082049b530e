namespace GraphGen;

public static partial class Layers
{
    /// <summary>
    /// Scaled dot-product attention of several heads, each of which sees projections of its own: <c>N T F -> N T F</c>, self-attention where it is applied to
    /// one node.
    /// </summary>
    /// <remarks>
    /// With <c>i = heads keyDim</c>: <c>in_proj_weight (3 i, F)</c>, of which the first <c>i</c> rows project queries, the next keys, and the last values;
    /// <c>in_proj_bias (3 i)</c>; <c>out_proj.weight (F, i)</c> and <c>out_proj.bias (F)</c>. By default <c>i</c> is <c>F</c>, and that is
    /// <c>4 (F F + F)</c>. Where values of <c>Fv</c> or keys of <c>Fk</c> features differ from the queries' <c>F</c>, <c>q_proj_weight (i, F)</c>,
    /// <c>k_proj_weight (i, Fk)</c> and <c>v_proj_weight (i, Fv)</c> take the place of the first. These are the keys of PyTorch's
    /// <c>nn.MultiheadAttention</c>. Vaswani and others, Attention Is All You Need, 2017. Other numbers of axes (GG3001), features that are not fixed (GG3007),
    /// positions of values and keys that differ (GG3002), and a mask that is not <c>Bool</c> (GG3008) are refused.
    /// </remarks>
    /// <param name="heads">
    /// How often attention is computed, each time from other projections; 1 or more (GG1006). Divides <c>F</c> where <paramref name="keyDim"/> is left out
    /// (GG3005).
    /// </param>
    /// <param name="keyDim">
    /// Features of a query, of a key and of a value in each head, as Keras's <c>key_dim</c>, 1 or more (GG1006); <c>F / heads</c> by default, as in PyTorch.
    /// </param>
    /// <param name="dropout">The part of the attention weights that is dropped in training, in [0, 1) (GG1006); 0 by default.</param>
    /// <param name="causal">Whether a position attends to none behind it; false by default.</param>
    /// <returns>The layer, which takes queries and, if given, values, keys and a mask.</returns>
    public static Attention MultiHeadAttention(Dim heads, Dim? keyDim = null, double dropout = 0, bool causal = false) => Inert.Attention;

    /// <summary>The attention <c>softmax(Q Kᵀ / √F) V</c>, without weights: <c>N T F -> N T F</c>, self-attention where it is applied to one node.</summary>
    /// <remarks>
    /// Queries are <c>N ... T F</c>, keys <c>N ... S F</c>, values <c>N ... S V</c>, and the result is <c>N ... T V</c>: axes between the batch and the
    /// positions, such as heads, are treated one by one. Vaswani and others, Attention Is All You Need, 2017. Other numbers of axes (GG3001), axes that
    /// differ (GG3002), element types that differ or are not floating, and a mask that is not <c>Bool</c> (GG3008) are refused.
    /// </remarks>
    /// <param name="causal">Whether a position attends to none behind it; false by default.</param>
    /// <param name="dropout">The part of the attention weights that is dropped in training, in [0, 1) (GG1006); 0 by default.</param>
    /// <returns>The layer, which takes queries and, if given, values, keys and a mask.</returns>
    public static Attention ScaledDotProductAttention(bool causal = false, double dropout = 0) => Inert.Attention;

    /// <summary>
    /// Attention by the scores <c>Σ scale · tanh(q + k)</c> over the features: <c>N T F -> N T F</c>, self-attention where it is applied to one node.
    /// </summary>
    /// <remarks>
    /// Weights: <c>scale (F)</c>. Queries are <c>N ... T F</c>, keys <c>N ... S F</c>, values <c>N ... S V</c>, and the result is <c>N ... T V</c>. It makes a
    /// tensor of <c>N ... T S F</c> on the way. Bahdanau and others, Neural Machine Translation by Jointly Learning to Align and Translate, 2014, as Keras
    /// computes it: projections of queries and keys are layers of their own. Other numbers of axes (GG3001), axes that differ (GG3002), features that are not
    /// fixed (GG3007), and a mask that is not <c>Bool</c> (GG3008) are refused.
    /// </remarks>
    /// <returns>The layer, which takes queries and, if given, values, keys and a mask.</returns>
    public static Attention AdditiveAttention() => Inert.Attention;
}
