using static GraphGen.Layers;

namespace GraphGen.Tests.Models;

/// <summary>Layers of every sort, repeated.</summary>
[Model]
internal sealed partial class Repeated
{
    private static readonly Input x = Input(6);
    private static readonly Layer shared = Repeat(2, Dense(6, PReLU()));
    private static readonly Node hidden = shared(shared(x));
    private static readonly Node blocks = Repeat(3, Use<Bottleneck>())(hidden);
    private static readonly Output y = Repeat(2, Repeat(2, Dense(3)))(blocks);
    private static readonly Output activated = Repeat(3, Tanh)(blocks);
}

/// <summary>Recurrent layers, attention and steps, repeated.</summary>
[Model]
internal sealed partial class RepeatedSequences
{
    private static readonly Dim T = Dim.Dynamic();
    private static readonly Input x = Input(T, 8);
    private static readonly Node read = Repeat(2, LSTM(8, returnSequences: true))(x);
    private static readonly Node seen = Repeat(2, MultiHeadAttention(2))(read);
    private static readonly Output y = TimeDistributed(Repeat(2, Dense(4)))(seen);
}
