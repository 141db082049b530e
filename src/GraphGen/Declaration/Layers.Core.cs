namespace GraphGen;

/// <summary>The layers and functions of the declaration language.</summary>
public static partial class Layers
{
    /// <summary>A model input of the element type <see cref="DType.Float32"/>.</summary>
    public static Input Input(params Dim[] shape) => Inert.Input;

    /// <summary>A model input of a given element type.</summary>
    public static Input Input(DType type, params Dim[] shape) => Inert.Input;

    /// <summary>A linear map of the last axis.</summary>
    public static Layer Dense(Dim units, Layer? activation = null, bool bias = true) => Inert.Layer;

    /// <summary>A table of trainable vectors, looked up by integers.</summary>
    public static Layer Embedding(Dim vocabulary, Dim dimension, int? paddingIndex = null) => Inert.Layer;

    /// <summary>Its input, unchanged.</summary>
    public static Layer Identity() => Inert.Layer;
}
