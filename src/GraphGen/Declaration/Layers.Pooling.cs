namespace GraphGen;

public static partial class Layers
{
    /// <summary>Pooling.</summary>
    public static Layer MaxPooling1D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer MaxPooling2D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer MaxPooling3D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer AveragePooling1D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer AveragePooling2D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer AveragePooling3D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer GlobalMaxPooling1D(bool keepDims = false) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer GlobalMaxPooling2D(bool keepDims = false) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer GlobalMaxPooling3D(bool keepDims = false) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer GlobalAveragePooling1D(bool keepDims = false) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer GlobalAveragePooling2D(bool keepDims = false) => Inert.Layer;

    /// <summary>Pooling.</summary>
    public static Layer GlobalAveragePooling3D(bool keepDims = false) => Inert.Layer;
}
