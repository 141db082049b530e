using GraphGen;
using static GraphGen.Layers;

namespace Tutorial;

/// <summary>A shared layer: two handwritten digits through one encoder, to the probability that they are the same digit.</summary>
[Model]
public partial class SharedLayers
{
    static readonly Input  visible1 = Input(64);
    static readonly Input  visible2 = Input(64);
    static readonly Layer  encoder  = Dense(32, ReLU);              // applied twice: one set of weights
    static readonly Node   code1    = encoder(visible1);
    static readonly Node   code2    = encoder(visible2);
    static readonly Node   distance = Abs(code1 - code2);
    static readonly Node   hidden1  = Dense(10, ReLU)(distance);
    static readonly Output output   = Dense(1, Sigmoid)(hidden1);
}
