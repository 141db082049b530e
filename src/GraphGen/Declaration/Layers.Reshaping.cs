namespace GraphGen;

public static partial class Layers
{
    /// <summary>Flatten.</summary>
    public static Layer Flatten() => Inert.Layer;

    /// <summary>Reshape.</summary>
    public static Layer Reshape(params Dim[] shape) => Inert.Layer;

    /// <summary>Permute.</summary>
    public static Layer Permute(params int[] axes) => Inert.Layer;
}
