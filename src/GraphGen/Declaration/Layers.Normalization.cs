namespace GraphGen;

public static partial class Layers
{
    /// <summary>Batch normalization.</summary>
    public static Layer BatchNormalization(double momentum = 0.1, double epsilon = 1e-5, bool affine = true) => Inert.Layer;

    /// <summary>Layer normalization.</summary>
    public static Layer LayerNormalization(int axes = 1, double epsilon = 1e-5, bool affine = true) => Inert.Layer;
}
