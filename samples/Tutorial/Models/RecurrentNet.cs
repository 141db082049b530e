using GraphGen;
using static GraphGen.Layers;

namespace Tutorial;

/// <summary>A recurrent network: a series of 100 steps to the probability that it rises next.</summary>
[Model]
public partial class RecurrentNet
{
    static readonly Input  visible = Input(100, 1);                 // steps, values a step
    static readonly Node   hidden1 = LSTM(10)(visible);
    static readonly Node   hidden2 = Dense(10, ReLU)(hidden1);
    static readonly Output output  = Dense(1, Sigmoid)(hidden2);
}
