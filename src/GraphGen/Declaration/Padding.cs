namespace GraphGen;

/// <summary>How many elements a layer adds at the ends of each spatial axis, or takes away there; the default value is <see cref="Valid"/>.</summary>
/// <remarks>
/// With <c>L</c> elements, a kernel of <c>k</c>, dilation <c>d</c>, stride <c>s</c> and <c>p</c> elements added at each end, a convolution or pooling makes an
/// axis into <c>floor((L + 2p - d(k - 1) - 1) / s) + 1</c>. One number serves any number of axes; a tuple must have as many as the layer has. A number below 0
/// is refused (GG1006), and so are different numbers for the two ends of an axis, unless the layer is a <c>ZeroPadding</c> or a <c>Cropping</c>.
/// </remarks>
public readonly struct Padding
{
    /// <summary>None: the kernel stays inside the input.</summary>
    public static Padding Valid => default;

    /// <summary>As much as makes <c>L</c> elements into <c>ceil(L / s)</c>, whatever the kernel; of a transposed convolution, into <c>L s</c>.</summary>
    /// <remarks>
    /// That is <c>max((ceil(L / s) - 1) s + d(k - 1) + 1 - L, 0)</c> elements in all, half of them at each end; an odd one goes to the end. This is the rule
    /// of Keras, for any stride (torch has it for stride 1 only). A transposed convolution goes the way back, and takes away as much of its result.
    /// </remarks>
    public static Padding Same => default;

    /// <summary>The same at both ends of every axis.</summary>
    public static implicit operator Padding(int padding) => default;

    /// <summary>At both ends of the height, and at both ends of the width; of a sequence, before it and after it.</summary>
    public static implicit operator Padding((int Height, int Width) padding) => default;

    /// <summary>At both ends of the depth, of the height, and of the width.</summary>
    public static implicit operator Padding((int Depth, int Height, int Width) padding) => default;

    /// <summary>At each end of the height and of the width: <c>((0, 1), (0, 1))</c> is one row below and one column on the right.</summary>
    public static implicit operator Padding(((int Top, int Bottom) Height, (int Left, int Right) Width) padding) => default;

    /// <summary>At each end of the depth, of the height, and of the width.</summary>
    public static implicit operator Padding(((int Front, int Back) Depth, (int Top, int Bottom) Height, (int Left, int Right) Width) padding) => default;
}
