using GraphGen;
using static GraphGen.Layers;

namespace Tutorial;

/// <summary>Several inputs: a grey picture and a smaller one in colour, each with a feature extractor of its own, interpreted together.</summary>
[Model]
public partial class SeveralInputs
{
    static readonly Input  visible1 = Input(1, 64, 64);
    static readonly Node   conv11   = Conv2D(32, kernel: 4, activation: ReLU)(visible1);
    static readonly Node   pool11   = MaxPooling2D(2)(conv11);
    static readonly Node   conv12   = Conv2D(16, kernel: 4, activation: ReLU)(pool11);
    static readonly Node   pool12   = MaxPooling2D(2)(conv12);
    static readonly Node   flat1    = Flatten()(pool12);

    static readonly Input  visible2 = Input(3, 32, 32);
    static readonly Node   conv21   = Conv2D(32, kernel: 4, activation: ReLU)(visible2);
    static readonly Node   pool21   = MaxPooling2D(2)(conv21);
    static readonly Node   conv22   = Conv2D(16, kernel: 4, activation: ReLU)(pool21);
    static readonly Node   pool22   = MaxPooling2D(2)(conv22);
    static readonly Node   flat2    = Flatten()(pool22);

    static readonly Node   merge    = Concatenate(flat1, flat2);
    static readonly Node   hidden1  = Dense(10, ReLU)(merge);
    static readonly Node   hidden2  = Dense(10, ReLU)(hidden1);
    static readonly Output output   = Dense(1, Sigmoid)(hidden2);
}
