using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Transposed convolutions with every kind of padding.</summary>
[Model]
public partial class AllTransposed
{
    static readonly Input  sound    = Input(2, 5);
    static readonly Input  picture  = Input(4, 3, 4);
    static readonly Input  volume   = Input(2, 2, 3, 2);
    static readonly Output line     = Conv1DTranspose(3, kernel: 4, strides: 2, padding: 1, outputPadding: 1, dilation: 2)(sound);
    static readonly Output plane    = Conv2DTranspose(6, kernel: (3, 2), strides: (2, 3), padding: (1, 0), groups: 2)(picture);
    static readonly Output uneven   = Conv2DTranspose(3, kernel: 3, strides: (1, 3), padding: (0, 1), outputPadding: (0, 2), bias: false)(picture);
    static readonly Output solid    = Conv3DTranspose(2, kernel: 2, strides: (2, 1, 3), outputPadding: (1, 0, 2), activation: ReLU)(volume);
    static readonly Output sameLine = Conv1DTranspose(3, kernel: 4, strides: 3, padding: Padding.Same)(sound);
    static readonly Output same     = Conv2DTranspose(3, kernel: 3, strides: 2, padding: Padding.Same, activation: Tanh)(picture);
    static readonly Output sparse   = Conv2DTranspose(3, kernel: (1, 2), strides: (3, 2), padding: Padding.Same)(picture);
    static readonly Output dilated  = Conv2DTranspose(3, kernel: (3, 2), strides: 1, padding: Padding.Same, dilation: (2, 3))(picture);
    static readonly Output sameBody = Conv3DTranspose(2, kernel: (2, 3, 1), strides: (1, 2, 2), padding: Padding.Same)(volume);
}

/// <summary>Convolutions of each channel by itself, and behind them those of each place.</summary>
[Model]
public partial class AllSeparable
{
    static readonly Input  sound    = Input(2, 7);
    static readonly Input  picture  = Input(3, 5, 6);
    static readonly Output line     = DepthwiseConv1D(3, strides: 2, multiplier: 2)(sound);
    static readonly Output plane    = DepthwiseConv2D((3, 2), padding: 1, dilation: (1, 2), activation: ReLU, bias: false)(picture);
    static readonly Output same     = DepthwiseConv2D(3, strides: 2, padding: Padding.Same, multiplier: 3)(picture);
    static readonly Output mixed    = SeparableConv1D(4, kernel: 3, padding: 2, dilation: 2, activation: Sigmoid)(sound);
    static readonly Output broad    = SeparableConv2D(4, kernel: (3, 2), strides: (1, 2), multiplier: 2)(picture);
    static readonly Output sameOnes = SeparableConv2D(4, kernel: 2, padding: Padding.Same, bias: false, initializer: Init.Constant(0.5))(picture);
}
