using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Every layer that adds, leaves out or spreads elements.</summary>
[Model]
public partial class AllResizing
{
    static readonly Input  sound     = Input(4, 5);
    static readonly Input  picture   = Input(8, 3, 4);
    static readonly Input  volume    = Input(2, 2, 3, 4);
    static readonly Output longer    = ZeroPadding1D((2, 1))(sound);
    static readonly Output larger    = ZeroPadding2D(((0, 1), (2, 3)))(picture);
    static readonly Output evenly    = ZeroPadding2D((1, 2))(picture);
    static readonly Output thicker   = ZeroPadding3D(((1, 0), (0, 2), (3, 0)))(volume);
    static readonly Output shorter   = Cropping1D((1, 2))(sound);
    static readonly Output smaller   = Cropping2D(((1, 1), (2, 0)))(picture);
    static readonly Output narrower  = Cropping2D((0, 1))(picture);
    static readonly Output inside    = Cropping3D((0, 1, 1))(volume);
    static readonly Output whole     = Cropping2D(0)(picture);
    static readonly Output repeated  = UpSampling1D(3)(sound);
    static readonly Output blocks    = UpSampling2D((2, 3))(picture);
    static readonly Output cubes     = UpSampling3D((1, 2, 3))(volume);
    static readonly Output line      = UpSampling1D(3, Interpolation.Linear)(sound);
    static readonly Output plane     = UpSampling2D((2, 3), Interpolation.Linear)(picture);
    static readonly Output solid     = UpSampling3D((1, 2, 3), Interpolation.Linear)(volume);
    static readonly Output curved    = UpSampling2D((2, 1), Interpolation.Bicubic)(picture);
    static readonly Output shuffled  = PixelShuffle(2)(picture);
}

/// <summary>The same results with activations behind them that overwrite what they may.</summary>
[Model]
public partial class OverwrittenResizing
{
    static readonly Input  picture  = Input(4, 3, 4);
    static readonly Input  volume   = Input(2, 2, 3, 4);
    static readonly Output padded   = ReLU(ZeroPadding2D(0)(picture));
    static readonly Output cropped  = ReLU(Cropping2D(0)(picture));
    static readonly Output same     = Tanh(UpSampling2D(1)(picture));
    static readonly Output plane    = Sigmoid(UpSampling2D(1, Interpolation.Linear)(picture));
    static readonly Output curved   = Tanh(UpSampling2D(2, Interpolation.Bicubic)(picture));
    static readonly Output unmoved  = ReLU(PixelShuffle(1)(picture));
    static readonly Output mean     = Tanh(AdaptiveAveragePooling2D((3, 4))(picture));
    static readonly Output all      = Tanh(AdaptiveAveragePooling2D(1)(picture));
    static readonly Output greatest = Tanh(AdaptiveMaxPooling2D((3, 2))(picture));
    static readonly Output deepest  = Tanh(AdaptiveMaxPooling3D((2, 3, 4))(volume));
}

/// <summary>Every pooling to a size that is asked for.</summary>
[Model]
public partial class AllAdaptive
{
    static readonly Input  sound    = Input(2, 7);
    static readonly Input  picture  = Input(2, 5, 8);
    static readonly Input  volume   = Input(2, 5, 6, 7);
    static readonly Output greatest = AdaptiveMaxPooling1D(3)(sound);
    static readonly Output greater  = AdaptiveMaxPooling2D((2, 3))(picture);
    static readonly Output great    = AdaptiveMaxPooling3D((2, 7, 3))(volume);
    static readonly Output middle   = AdaptiveAveragePooling1D(3)(sound);
    static readonly Output mean     = AdaptiveAveragePooling2D((7, 3))(picture);
    static readonly Output dense    = AdaptiveAveragePooling3D(2)(volume);
}
