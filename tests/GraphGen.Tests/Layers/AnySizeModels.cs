using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Convolutions of pictures of any size, whose channels are parameters.</summary>
[Model]
public partial class AnyConvolutions
{
    static readonly Dim    H         = Dim.Dynamic();
    static readonly Dim    W         = Dim.Dynamic();
    static readonly Dim    channels  = Dim.Parameter(4, multipleOf: 2);
    static readonly Dim    filters   = Dim.Parameter(6);
    static readonly Input  picture   = Input(channels, H, W);
    static readonly Output plain     = Conv2D(filters, kernel: (3, 2), padding: 1)(picture);
    static readonly Output strided   = Conv2D(filters, kernel: 3, strides: 2, activation: ReLU, padding: Padding.Same)(picture);
    static readonly Output even      = Conv2D(2 * filters, kernel: (2, 4), padding: Padding.Same, groups: 2)(picture);
    static readonly Output mixed     = Conv2D(filters, kernel: (3, 2), strides: (1, 2), padding: Padding.Same)(picture);
    static readonly Output sparse    = Conv2D(3, kernel: 2, strides: (3, 5), padding: Padding.Same)(picture);
    static readonly Output dilated   = Conv2D(3, kernel: 3, strides: 2, dilation: (3, 2), padding: Padding.Same)(picture);
    static readonly Output depthwise = DepthwiseConv2D(3, strides: 2, multiplier: 2, padding: Padding.Same)(picture);
    static readonly Output separable = SeparableConv2D(filters, kernel: 3, strides: 2, padding: Padding.Same)(picture);
}

/// <summary>The same of sequences, volumes and pictures of multiples of 4, whose padding the build knows.</summary>
[Model]
public partial class OtherAnyConvolutions
{
    static readonly Dim    T       = Dim.Dynamic();
    static readonly Dim    D       = Dim.Dynamic();
    static readonly Dim    S       = Dim.Dynamic(multipleOf: 4);
    static readonly Input  sound   = Input(2, T);
    static readonly Input  volume  = Input(2, D, 3, D);
    static readonly Input  picture = Input(2, S, 2 * S);
    static readonly Layer  shared  = Conv1D(2, kernel: 4, strides: 3, padding: Padding.Same);
    static readonly Output line    = shared(sound);
    static readonly Output again   = shared(line);
    static readonly Output block   = Conv3D(2, kernel: (2, 3, 3), strides: (2, 1, 2), padding: Padding.Same)(volume);
    static readonly Output known   = Conv2D(3, kernel: (3, 5), strides: (2, 4), padding: Padding.Same)(picture);
}

/// <summary>Transposed convolutions of anything of any size.</summary>
[Model]
public partial class AnyTransposed
{
    static readonly Dim    T        = Dim.Dynamic();
    static readonly Dim    H        = Dim.Dynamic();
    static readonly Dim    W        = Dim.Dynamic();
    static readonly Dim    channels = Dim.Parameter(4, multipleOf: 2);
    static readonly Input  sound    = Input(channels, T);
    static readonly Input  picture  = Input(channels, H, W);
    static readonly Output line     = Conv1DTranspose(channels, kernel: 4, strides: 3, padding: Padding.Same)(sound);
    static readonly Output plane    = Conv2DTranspose(6, kernel: (3, 2), strides: (2, 3), padding: (2, 1), groups: 2)(picture);
    static readonly Output uneven   = Conv2DTranspose(channels, kernel: 3, strides: (1, 3), outputPadding: (0, 2))(picture);
    static readonly Output same     = Conv2DTranspose(3, kernel: (3, 4), strides: (2, 1), padding: Padding.Same, activation: ReLU)(picture);
}

/// <summary>Poolings of anything of any size.</summary>
[Model]
public partial class AnyPoolings
{
    static readonly Dim    C        = Dim.Dynamic();
    static readonly Dim    T        = Dim.Dynamic();
    static readonly Dim    H        = Dim.Dynamic();
    static readonly Dim    W        = Dim.Dynamic();
    static readonly Input  sound    = Input(C, T);
    static readonly Input  picture  = Input(C, H, W);
    static readonly Input  volume   = Input(2, T, H, 5);
    static readonly Output plain    = MaxPooling2D(2)(picture);
    static readonly Output padded   = AveragePooling2D((3, 2), strides: 2, padding: 1)(picture);
    static readonly Output greatest = MaxPooling2D(3, strides: 2, padding: Padding.Same)(picture);
    static readonly Output shifted  = MaxPooling2D((2, 4), strides: (1, 2), padding: Padding.Same)(picture);
    static readonly Output mean     = AveragePooling2D((3, 2), strides: (2, 1), padding: Padding.Same)(picture);
    static readonly Output line     = MaxPooling1D(4, strides: 1, padding: Padding.Same)(sound);
    static readonly Output smooth   = AveragePooling1D(3, strides: 2, padding: Padding.Same)(sound);
    static readonly Output block    = MaxPooling3D((2, 3, 2), strides: (2, 2, 1), padding: Padding.Same)(volume);
    static readonly Output thin     = AveragePooling3D((2, 1, 2), padding: Padding.Same)(volume);
    static readonly Output top      = GlobalMaxPooling2D()(picture);
    static readonly Output middle   = GlobalAveragePooling1D(keepDims: true)(sound);
    static readonly Output windows  = AdaptiveMaxPooling2D((2, 3))(picture);
    static readonly Output bodies   = AdaptiveMaxPooling3D((2, 3, 2))(volume);
    static readonly Output few      = AdaptiveAveragePooling1D(3)(sound);
}

/// <summary>Padding, cropping and spreading of anything of any size.</summary>
[Model]
public partial class AnyResizing
{
    static readonly Dim    T        = Dim.Dynamic();
    static readonly Dim    H        = Dim.Dynamic();
    static readonly Dim    W        = Dim.Dynamic();
    static readonly Dim    channels = Dim.Parameter(2);
    static readonly Input  sound    = Input(T, W);
    static readonly Input  picture  = Input(4 * channels, H, W);
    static readonly Output larger   = ZeroPadding2D(((0, 1), (2, 3)))(picture);
    static readonly Output longer   = ZeroPadding1D((2, 0))(sound);
    static readonly Output smaller  = Cropping2D(((0, 1), (2, 0)))(picture);
    static readonly Output shorter  = Cropping1D(1)(sound);
    static readonly Output blocks   = UpSampling2D((2, 3))(picture);
    static readonly Output plane    = UpSampling2D(2, Interpolation.Linear)(picture);
    static readonly Output shuffled = PixelShuffle(2)(picture);
    static readonly Output back     = Cropping2D(((0, 1), (2, 3)))(larger);
}

/// <summary>Channels of any number, in squares of four: what does not divide is seen in each call.</summary>
[Model]
public partial class AnyChannels
{
    static readonly Dim    C        = Dim.Dynamic();
    static readonly Input  picture  = Input(C, 3, 3);
    static readonly Output shuffled = PixelShuffle(2)(picture);
}

/// <summary>Films of any length, of pictures of any size.</summary>
[Model]
public partial class AnyFilms
{
    static readonly Dim    T      = Dim.Dynamic();
    static readonly Dim    H      = Dim.Dynamic();
    static readonly Dim    W      = Dim.Dynamic();
    static readonly Input  film   = Input(T, 2, H, W);
    static readonly Output edges  = TimeDistributed(Conv2D(3, kernel: 3, strides: 2, activation: ReLU, padding: Padding.Same))(film);
    static readonly Output tops   = TimeDistributed(MaxPooling2D(3, strides: 2, padding: Padding.Same))(film);
    static readonly Output larger = TimeDistributed(UpSampling2D(2))(film);
}
