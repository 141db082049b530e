using GraphGen;
using static GraphGen.Layers;

namespace Architectures;

/// <summary>What was a grey picture before noise came over it? Of any height and width that can be halved twice (Ronneberger and others, 2015).</summary>
[Model]
public partial class UNet
{
    static readonly Dim    H      = Dim.Dynamic(min: 8, multipleOf: 4);
    static readonly Dim    W      = Dim.Dynamic(min: 8, multipleOf: 4);
    static readonly Input  noisy  = Input(1, H, W);
    static readonly Node   down1  = Convolutions(noisy, 16);
    static readonly Node   down2  = Convolutions(MaxPooling2D(2)(down1), 32);
    static readonly Node   bottom = Convolutions(MaxPooling2D(2)(down2), 64);
    static readonly Node   up2    = Convolutions(Concatenate(1, down2, Conv2DTranspose(32, kernel: 2, strides: 2)(bottom)), 32);
    static readonly Node   up1    = Convolutions(Concatenate(1, down1, Conv2DTranspose(16, kernel: 2, strides: 2)(up2)), 16);
    static readonly Output clean  = noisy - Conv2D(1, kernel: 1)(up1);

    static Node Convolutions(Node x, int filters)
    {
        Node conv1 = Conv2D(filters, kernel: 3, padding: Padding.Same, activation: ReLU)(x);
        return Conv2D(filters, kernel: 3, padding: Padding.Same, activation: ReLU)(conv1);
    }
}
