namespace GraphGen;

public static partial class Layers
{
    /// <summary>Convolution.</summary>
    public static Layer Conv1D(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int groups = 1, Layer? activation = null, bool bias = true) => Inert.Layer;

    /// <summary>Convolution.</summary>
    public static Layer Conv2D(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int groups = 1, Layer? activation = null, bool bias = true) => Inert.Layer;

    /// <summary>Convolution.</summary>
    public static Layer Conv3D(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int groups = 1, Layer? activation = null, bool bias = true) => Inert.Layer;
}
