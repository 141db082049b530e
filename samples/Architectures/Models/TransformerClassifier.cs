using GraphGen;
using static GraphGen.Layers;

namespace Architectures;

/// <summary>Every position of a sequence looks at all others (Vaswani and others, 2017).</summary>
[Model]
public partial class EncoderBlock
{
    static readonly Dim    T        = Dim.Dynamic();
    static readonly Dim    width    = Dim.Parameter();
    static readonly Dim    heads    = Dim.Parameter();
    static readonly Input  x        = Input(T, width);
    static readonly Node   seen     = MultiHeadAttention(heads)(x);
    static readonly Node   attended = LayerNormalization()(x + seen);
    static readonly Node   inner    = Dense(4 * width, GELU)(attended);
    static readonly Output y        = LayerNormalization()(attended + Dense(width)(inner));
}

/// <summary>Which digit is it? Read row by row, from the top as far down as rows are given.</summary>
[Model]
public partial class TransformerClassifier
{
    static readonly Dim    T        = Dim.Dynamic(max: 8);
    static readonly Dim    width    = Dim.Parameter(32);
    static readonly Dim    heads    = Dim.Parameter(4);
    static readonly Input  rows     = Input(T, 8);
    static readonly Input  places   = Input(DType.Int64, T);
    static readonly Node   embedded = Dense(width)(rows) + Embedding(8, width)(places);
    static readonly Node   encoded  = Repeat(2, Use<EncoderBlock>(new { heads }))(embedded);
    static readonly Output digit    = Dense(10)(Mean(encoded, axis: 1));
}
