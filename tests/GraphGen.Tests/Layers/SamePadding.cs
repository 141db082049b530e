using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Convolutions of one input whose padding is asked for by name: by stride, kernel and dilation.</summary>
[Model]
public partial class SameConvolutions
{
    static readonly Input  picture  = Input(2, 7, 10);
    static readonly Output odd      = Conv2D(3, kernel: 3, padding: Padding.Same)(picture);
    static readonly Output even     = Conv2D(3, kernel: (4, 3), padding: Padding.Same)(picture);
    static readonly Output strided  = Conv2D(3, kernel: (3, 2), strides: 2, padding: Padding.Same)(picture);
    static readonly Output sparse   = Conv2D(3, kernel: 1, strides: 3, padding: Padding.Same)(picture);
    static readonly Output dilated  = Conv2D(4, kernel: (4, 2), dilation: (2, 3), groups: 2, bias: false, padding: Padding.Same)(picture);
    static readonly Output numbered = Conv2D(3, kernel: 3, strides: (1, 2), padding: (0, 2), dilation: (1, 2))(picture);
}

/// <summary>The same in one dimension and in three.</summary>
[Model]
public partial class OtherConvolutions
{
    static readonly Input  sound  = Input(2, 11);
    static readonly Input  volume = Input(2, 4, 5, 6);
    static readonly Output line   = Conv1D(3, kernel: 4, strides: 3, padding: Padding.Same)(sound);
    static readonly Output block  = Conv3D(3, kernel: (3, 2, 2), strides: (2, 1, 3), padding: Padding.Same)(volume);
    static readonly Output plain  = Conv3D(2, kernel: 2, padding: 1, dilation: (1, 2, 1))(volume);
}

/// <summary>Poolings of one input whose padding is asked for by name.</summary>
[Model]
public partial class SamePoolings
{
    static readonly Input  picture      = Input(2, 7, 10);
    static readonly Output greatest     = MaxPooling2D(2, padding: Padding.Same)(picture);
    static readonly Output greatestOf3  = MaxPooling2D(3, strides: 1, padding: Padding.Same)(picture);
    static readonly Output greatestEven = MaxPooling2D((2, 4), strides: 1, padding: Padding.Same)(picture);
    static readonly Output mean         = AveragePooling2D(3, strides: 2, padding: Padding.Same)(picture);
    static readonly Output meanEven     = AveragePooling2D((4, 2), strides: (1, 3), padding: Padding.Same)(picture);
    static readonly Output meanOf3      = AveragePooling2D(3, strides: 1, padding: Padding.Same)(picture);
}

/// <summary>The same for integers, without any padding by name, and in one dimension and in three.</summary>
[Model]
public partial class OtherPoolings
{
    static readonly Input  counts  = Input(DType.Int64, 2, 7, 10);
    static readonly Input  sound   = Input(2, 11);
    static readonly Input  volume  = Input(2, 4, 5, 6);
    static readonly Output most    = MaxPooling2D((3, 2), strides: (2, 1), padding: Padding.Same)(counts);
    static readonly Output usual   = AveragePooling2D((3, 2), strides: (2, 1), padding: Padding.Same)(counts);
    static readonly Output line    = MaxPooling1D(4, strides: 1, padding: Padding.Same)(sound);
    static readonly Output smooth  = AveragePooling1D(5, strides: 2, padding: Padding.Same)(sound);
    static readonly Output block   = MaxPooling3D((2, 3, 2), strides: (1, 2, 1), padding: Padding.Same)(volume);
    static readonly Output thin    = AveragePooling3D((2, 3, 2), strides: (1, 2, 1), padding: Padding.Same)(volume);
    static readonly Output counted = AveragePooling2D(3, strides: 2, padding: 1)(counts);
    static readonly Output longest = AveragePooling1D(4, strides: 3, padding: 2)(sound);
}

/// <summary>The pictures of a film, one by one.</summary>
[Model]
public partial class DistributedSame
{
    static readonly Input  film  = Input(3, 2, 5, 6);
    static readonly Output edges = TimeDistributed(Conv2D(3, kernel: 3, strides: 2, activation: ReLU, padding: Padding.Same))(film);
    static readonly Output tops  = TimeDistributed(MaxPooling2D(2, strides: 1, padding: Padding.Same))(film);
}

/// <summary>One set of weights, and one window, for inputs of two sizes.</summary>
[Model]
public partial class SharedSame
{
    static readonly Input  small     = Input(2, 5, 5);
    static readonly Input  large     = Input(2, 8, 9);
    static readonly Layer  filter    = Conv2D(3, kernel: 3, strides: 2, activation: ReLU, padding: Padding.Same);
    static readonly Layer  window    = MaxPooling2D(3, strides: 2, padding: Padding.Same);
    static readonly Output smallEdge = filter(small);
    static readonly Output largeEdge = filter(large);
    static readonly Output smallTop  = window(small);
    static readonly Output largeTop  = window(large);
}
