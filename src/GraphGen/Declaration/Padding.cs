namespace GraphGen;

/// <summary>How many elements a convolution or pooling adds at the ends of each spatial axis; the default value is <see cref="Valid"/>.</summary>
/// <remarks>
/// With <c>L</c> elements, a kernel of <c>k</c>, dilation <c>d</c>, stride <c>s</c> and <c>p</c> elements added at each end, an axis becomes
/// <c>floor((L + 2p - d(k - 1) - 1) / s) + 1</c>. One number serves any number of axes; a tuple must have as many as the layer has. A number below 0 is
/// refused (GG1006).
/// </remarks>
public readonly struct Padding
{
    /// <summary>None: the kernel stays inside the input.</summary>
    public static Padding Valid => default;

    /// <summary>As much as makes <c>L</c> elements into <c>ceil(L / s)</c>, whatever the kernel.</summary>
    /// <remarks>
    /// That is <c>max((ceil(L / s) - 1) s + d(k - 1) + 1 - L, 0)</c> elements in all, half of them at each end; an odd one goes to the end. This is the rule
    /// of Keras, for any stride (torch has it for stride 1 only).
    /// </remarks>
    public static Padding Same => default;

    /// <summary>The same at both ends of every axis.</summary>
    public static implicit operator Padding(int padding) => default;

    /// <summary>At both ends of the height, and at both ends of the width.</summary>
    public static implicit operator Padding((int Height, int Width) padding) => default;

    /// <summary>At both ends of the depth, of the height, and of the width.</summary>
    public static implicit operator Padding((int Depth, int Height, int Width) padding) => default;
}
