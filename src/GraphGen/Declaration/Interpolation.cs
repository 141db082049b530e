namespace GraphGen;

/// <summary>How a new element between others is found.</summary>
public enum Interpolation
{
    /// <summary>The element that is nearest: each is repeated.</summary>
    Nearest,

    /// <summary>On the line between the two nearest elements along each axis: linear, bilinear or trilinear by the number of axes.</summary>
    Linear,

    /// <summary>On the cubic through the four nearest elements along each axis, of pictures only; its parameter is torch's, <c>a = -0.75</c> (Keras has -0.5).</summary>
    Bicubic,
}
