namespace GraphGen;

public static partial class Layers
{
    /// <summary>
    /// In training, a random part of the elements set to 0 and the others multiplied by <c>1 / (1 - rate)</c>; in evaluation, its input:
    /// <c>N ... -> N ...</c>.
    /// </summary>
    /// <remarks>Takes the floating types (GG3008). Srivastava and others, Dropout, 2014.</remarks>
    /// <param name="rate">The part that is set to 0, in [0, 1) (GG1006); 0.5 by default, as in TorchSharp.</param>
    /// <returns>The layer.</returns>
    public static Layer Dropout(double rate = 0.5) => Inert.Layer;
}
