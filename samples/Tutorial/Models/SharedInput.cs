using GraphGen;
using static GraphGen.Layers;

namespace Tutorial;

/// <summary>A shared input: two feature extractors, of small and of large kernels, read the same picture and are interpreted together.</summary>
[Model]
public partial class SharedInput
{
    static readonly Input  visible = Input(1, 64, 64);

    static readonly Node   conv1   = Conv2D(32, kernel: 4, activation: ReLU)(visible);
    static readonly Node   pool1   = MaxPooling2D(2)(conv1);
    static readonly Node   flat1   = Flatten()(pool1);

    static readonly Node   conv2   = Conv2D(16, kernel: 8, activation: ReLU)(visible);
    static readonly Node   pool2   = MaxPooling2D(2)(conv2);
    static readonly Node   flat2   = Flatten()(pool2);

    static readonly Node   merge   = Concatenate(flat1, flat2);
    static readonly Node   hidden1 = Dense(10, ReLU)(merge);
    static readonly Output output  = Dense(1, Sigmoid)(hidden1);
}
