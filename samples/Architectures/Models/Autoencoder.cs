using GraphGen;
using static GraphGen.Layers;

namespace Architectures;

/// <summary>A picture of a digit in a few numbers.</summary>
[Model]
public partial class Encoder
{
    static readonly Dim    size    = Dim.Parameter(8);
    static readonly Input  picture = Input(64);
    static readonly Node   hidden  = Dense(32, ReLU)(picture);
    static readonly Output code    = Dense(size)(hidden);
}

/// <summary>The picture again, from these numbers.</summary>
[Model]
public partial class Decoder
{
    static readonly Dim    size    = Dim.Parameter();
    static readonly Input  code    = Input(size);
    static readonly Node   hidden  = Dense(32, ReLU)(code);
    static readonly Output picture = Dense(64, Sigmoid)(hidden);
}

/// <summary>Both, one behind the other: what of a digit survives in so few numbers?</summary>
[Model]
public partial class Autoencoder
{
    static readonly Dim    size    = Dim.Parameter(8);
    static readonly Input  picture = Input(64);
    static readonly Node   code    = Use<Encoder>(new { size })(picture);
    static readonly Output again   = Use<Decoder>()(code);
}
