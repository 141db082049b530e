using GraphGen;
using static GraphGen.Layers;

namespace Tutorial;

/// <summary>A shared feature extractor: a shallow and a deep interpreter read the features that one LSTM finds in a series.</summary>
[Model]
public partial class SharedFeatures
{
    static readonly Input  visible  = Input(100, 1);
    static readonly Node   extract1 = LSTM(10)(visible);

    static readonly Node   interp1  = Dense(10, ReLU)(extract1);

    static readonly Node   interp11 = Dense(10, ReLU)(extract1);
    static readonly Node   interp12 = Dense(20, ReLU)(interp11);
    static readonly Node   interp13 = Dense(10, ReLU)(interp12);

    static readonly Node   merge    = Concatenate(interp1, interp13);
    static readonly Output output   = Dense(1, Sigmoid)(merge);
}
