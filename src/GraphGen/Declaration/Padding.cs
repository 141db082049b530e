namespace GraphGen;

/// <summary>Elements added at both ends of each spatial axis. The default is <see cref="Valid"/>.</summary>
public readonly struct Padding
{
    /// <summary>No padding: a window is placed only where it fits.</summary>
    public static Padding Valid => default;

    /// <summary>As much padding as makes <c>L</c> elements with stride <c>s</c> into <c>ceil(L / s)</c>; an odd element goes to the end, as in Keras.</summary>
    public static Padding Same => default;

    /// <summary>The same at both ends of every axis.</summary>
    public static implicit operator Padding(int padding) => default;

    /// <summary>At the top and the bottom, and at the left and the right.</summary>
    public static implicit operator Padding((int Height, int Width) padding) => default;

    /// <summary>At the front and the back, at the top and the bottom, and at the left and the right.</summary>
    public static implicit operator Padding((int Depth, int Height, int Width) padding) => default;
}
