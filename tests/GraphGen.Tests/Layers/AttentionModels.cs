using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

[Model]
public partial class AllAttention
{
    static readonly Input     x = Input(5, 6);
    static readonly Input     y = Input(7, 6);
    static readonly Input     z = Input(7, 4);
    static readonly Input     mask = Input(DType.Bool, 5, 7);
    static readonly Input     own = Input(DType.Bool, 5, 5);
    static readonly Input     padding = Input(DType.Bool, 1, 7);
    static readonly Attention shared = MultiHeadAttention(2);
    static readonly Output    self = shared(x);
    static readonly Output    sharedCross = shared(x, y);
    static readonly Output    cross = MultiHeadAttention(3)(x, y);
    static readonly Output    threefold = MultiHeadAttention(3)(x, y, y + 1);
    static readonly Output    masked = MultiHeadAttention(2)(x, y, mask: mask);
    static readonly Output    padded = MultiHeadAttention(2)(x, y, mask: padding);
    static readonly Output    maskedSelf = MultiHeadAttention(2)(x, mask: own);
    static readonly Output    causal = MultiHeadAttention(2, causal: true)(x);
    static readonly Output    causalMasked = MultiHeadAttention(2, causal: true)(x, y, mask: mask);
    static readonly Output    sized = MultiHeadAttention(3, keyDim: 4)(x);
    static readonly Output    unlike = MultiHeadAttention(2)(x, z);
    static readonly Output    unlikeKeys = MultiHeadAttention(2)(x, z, y, mask);
    static readonly Output    activated = ReLU(MultiHeadAttention(2)(x));
    static readonly Output    scaled = ScaledDotProductAttention()(x, z, y);
    static readonly Output    scaledSelf = ScaledDotProductAttention()(x);
    static readonly Output    scaledMasked = ScaledDotProductAttention()(x, y, mask: mask);
    static readonly Output    scaledCausal = ScaledDotProductAttention(causal: true)(x, y);
    static readonly Output    scaledBoth = ScaledDotProductAttention(causal: true)(x, y, mask: mask);
    static readonly Output    additive = AdditiveAttention()(x, z, y);
    static readonly Output    additiveSelf = AdditiveAttention()(x);
    static readonly Output    additiveMasked = AdditiveAttention()(x, y, mask: mask);
}

/// <summary>An encoder's layer of the base transformer.</summary>
[Model]
public partial class TransformerLayer
{
    static readonly Dim    T = Dim.Dynamic();
    static readonly Dim    width = Dim.Parameter(512);
    static readonly Dim    heads = Dim.Parameter(8);
    static readonly Input  x = Input(T, width);
    static readonly Node   norm1 = LayerNormalization()(x + attention);
    static readonly Node   attention = MultiHeadAttention(heads)(x);
    static readonly Node   linear1 = Dense(4 * width, ReLU)(norm1);
    static readonly Node   linear2 = Dense(width)(linear1);
    static readonly Output norm2 = LayerNormalization()(norm1 + linear2);
}

[Model]
public partial class AttentionOfSteps
{
    static readonly Input  x = Input(4, 5, 6);
    static readonly Output steps = TimeDistributed(MultiHeadAttention(2))(x);
    static readonly Output heads = ScaledDotProductAttention()(x);
}

[Model]
public partial class DroppingAttention
{
    static readonly Input  x = Input(5, 6);
    static readonly Output heads = MultiHeadAttention(2, dropout: 0.5)(x);
    static readonly Output scaled = ScaledDotProductAttention(dropout: 0.5)(x);
}

[Model]
public partial class WideAttention
{
    static readonly Dim       T = Dim.Dynamic(min: 1, max: 64);
    static readonly Dim       S = Dim.Dynamic();
    static readonly Dim       width = Dim.Parameter(12);
    static readonly Dim       heads = Dim.Parameter(3);
    static readonly Input     x = Input(T, 5);
    static readonly Input     memory = Input(S, 5);
    static readonly Input     seen = Input(DType.Bool, 1, S);
    static readonly Layer     embed = Dense(width);
    static readonly Node      self = MultiHeadAttention(heads, causal: true)(embed(x));
    static readonly Node      cross = MultiHeadAttention(heads, keyDim: 4)(self, embed(memory), mask: seen);
    static readonly Output    y = ScaledDotProductAttention()(cross);
}
