using static GraphGen.Layers;

namespace GraphGen.Tests.Architectures;

/// <summary>A block of the encoder of Vaswani and others, Attention Is All You Need, 2017, with the activation of Devlin and others, BERT, 2018.</summary>
[Model]
internal sealed partial class EncoderBlock
{
    private static readonly Dim T = Dim.Dynamic(max: 512);
    private static readonly Dim width = Dim.Parameter();
    private static readonly Dim heads = Dim.Parameter(12);
    private static readonly Input x = Input(T, width);
    private static readonly Node attention = MultiHeadAttention(heads)(x);
    private static readonly Node attended = LayerNormalization()(x + attention);
    private static readonly Node inner = Dense(4 * width, GELU)(attended);
    private static readonly Output y = LayerNormalization()(attended + Dense(width)(inner));
}

/// <summary>The twelve blocks of BERT's base model.</summary>
[Model]
internal sealed partial class BertEncoder
{
    private static readonly Dim T = Dim.Dynamic(max: 512);
    private static readonly Input embedded = Input(T, 768);
    private static readonly Output encoded = Stack(embedded);

    private static Node Stack(Node x)
    {
        for (int i = 0; i < 12; i++) x = Use<EncoderBlock>()(x);
        return x;
    }
}
