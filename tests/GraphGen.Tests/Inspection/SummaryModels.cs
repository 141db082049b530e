using TorchSharp;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Inspection;

/// <summary>A module whose argument, which a summary shows, has what tables are made of.</summary>
public sealed class Labelled(string label) : nn.Module<Tensor, Tensor>(label)
{
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.clone();
    }
}

[Model]
internal sealed partial class Awkward
{
    private static readonly Input x = Input(4);
    private static readonly Node odd = Custom<Labelled>("a|b, <c>")(x);
    private static readonly Output y = Dense(1)(odd);
}

/// <summary>Two lengths, of which one cost knows the square.</summary>
[Model]
internal sealed partial class Lengths
{
    private static readonly Dim T = Dim.Dynamic();
    private static readonly Dim U = Dim.Dynamic();
    private static readonly Input a = Input(T, 8);
    private static readonly Input words = Input(DType.Int64, U);
    private static readonly Node read = ScaledDotProductAttention()(a, Embedding(100, 8)(words));
    private static readonly Node cut = MaxPooling1D(2)(Permute(2, 1)(read));
    private static readonly Output y = Dense(3)(Permute(2, 1)(cut));
}
