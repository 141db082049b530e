namespace GraphGen;

/// <summary>A kernel, window, stride or dilation: elements along each spatial axis.</summary>
public readonly struct Size
{
    /// <summary>The same along every axis.</summary>
    public static implicit operator Size(int size) => default;

    /// <summary>Height and width, for two spatial axes.</summary>
    public static implicit operator Size((int Height, int Width) size) => default;

    /// <summary>Depth, height and width, for three spatial axes.</summary>
    public static implicit operator Size((int Depth, int Height, int Width) size) => default;
}
