namespace GraphGen;

/// <summary>A kernel, window, stride or dilation: elements along each spatial axis, each 1 or more (GG1006).</summary>
/// <remarks>
/// One number serves any number of axes; a tuple must have as many as the layer has (GG1006). All are known at build time (GG1004); a kernel,
/// window, stride or dilation of a convolution or pooling may also be a parameter of the model, <see cref="Dim.Parameter"/>, the same along every axis.
/// </remarks>
public readonly struct Size
{
    /// <summary>The same along every axis.</summary>
    public static implicit operator Size(int size) => default;

    /// <summary>A parameter of the model, the same along every axis.</summary>
    public static implicit operator Size(Dim size) => default;

    /// <summary>Along the two axes of a picture.</summary>
    public static implicit operator Size((int Height, int Width) size) => default;

    /// <summary>Along the three axes of a volume.</summary>
    public static implicit operator Size((int Depth, int Height, int Width) size) => default;
}
