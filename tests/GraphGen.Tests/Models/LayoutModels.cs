using static GraphGen.Layers;

namespace GraphGen.Tests.Models;

[Model]
internal sealed partial class ChannelsLastModel
{
    static readonly Input x = Input(3, 12, 12);
    static readonly Node pooled = MaxPooling2D(2)(Conv2D(6, 3, activation: ReLU)(x));
    static readonly Output y = Conv2D(4, 3, activation: Tanh)(pooled);
}

[Model(ChannelsLast = false)]
internal sealed partial class ChannelsFirstModel
{
    static readonly Input x = Input(3, 12, 12);
    static readonly Node pooled = MaxPooling2D(2)(Conv2D(6, 3, activation: ReLU)(x));
    static readonly Output y = Conv2D(4, 3, activation: Tanh)(pooled);
}

[Model]
internal sealed partial class GreyLastModel
{
    static readonly Input x = Input(1, 12, 12);
    static readonly Node pooled = MaxPooling2D(2)(Conv2D(6, 3, activation: ReLU)(x));
    static readonly Output y = Conv2D(4, 3, activation: Tanh)(pooled);
}

[Model(ChannelsLast = false)]
internal sealed partial class GreyFirstModel
{
    static readonly Input x = Input(1, 12, 12);
    static readonly Node pooled = MaxPooling2D(2)(Conv2D(6, 3, activation: ReLU)(x));
    static readonly Output y = Conv2D(4, 3, activation: Tanh)(pooled);
}
