using GraphGen;
using static GraphGen.Layers;

namespace Tutorial;

/// <summary>A multilayer perceptron: ten measurements of cell nuclei to the probability that a tumour is benign.</summary>
[Model]
public partial class Mlp
{
    static readonly Input  visible = Input(10);
    static readonly Node   hidden1 = Dense(10, ReLU)(visible);
    static readonly Node   hidden2 = Dense(20, ReLU)(hidden1);
    static readonly Node   hidden3 = Dense(10, ReLU)(hidden2);
    static readonly Output output  = Dense(1, Sigmoid)(hidden3);
}
