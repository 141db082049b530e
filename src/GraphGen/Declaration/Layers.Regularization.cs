namespace GraphGen;

public static partial class Layers
{
    /// <summary>Dropout.</summary>
    public static Layer Dropout(double rate = 0.5) => Inert.Layer;
}
