using GraphGen;
using static GraphGen.Layers;

namespace Tutorial;

/// <summary>A convolutional network: a grey picture of 64 by 64 pixels to the probability of one of two classes.</summary>
[Model]
public partial class ConvNet
{
    static readonly Input  visible = Input(1, 64, 64);              // channels, height, width; the batch is implied
    static readonly Node   conv1   = Conv2D(32, kernel: 4, activation: ReLU)(visible);
    static readonly Node   pool1   = MaxPooling2D(2)(conv1);
    static readonly Node   conv2   = Conv2D(16, kernel: 4, activation: ReLU)(pool1);
    static readonly Node   pool2   = MaxPooling2D(2)(conv2);
    static readonly Node   hidden1 = Dense(10, ReLU)(Flatten()(pool2));
    static readonly Output output  = Dense(1, Sigmoid)(hidden1);
}
