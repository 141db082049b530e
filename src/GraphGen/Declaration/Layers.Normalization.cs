namespace GraphGen;

public static partial class Layers
{
    /// <summary>Each channel with its mean 0 and variance 1: <c>(x - mean) / √(variance + epsilon) · weight + bias</c>, <c>N C ... -> N C ...</c>.</summary>
    /// <remarks>
    /// In training mean and variance are those of the batch, over all axes but <c>C</c>, and running averages of them are kept; in evaluation they are these
    /// averages. Takes <c>N C</c> and up to three spatial axes (GG3001), with a fixed <c>C</c> (GG3007). Weights: <c>weight (C)</c> and <c>bias (C)</c>;
    /// buffers: <c>running_mean (C)</c>, <c>running_var (C)</c> and <c>num_batches_tracked</c>. Ioffe and Szegedy, Batch Normalization, 2015.
    /// </remarks>
    /// <param name="momentum">
    /// The part of the batch in the running averages, in [0, 1] (GG1006); 0.1 by default, as in TorchSharp. (Keras gives the part of the average, 0.99.)
    /// </param>
    /// <param name="epsilon">Added to the variance, above 0 (GG1006); 1e-5 by default, as in TorchSharp.</param>
    /// <param name="affine">Whether there are weights; true by default.</param>
    /// <returns>The layer.</returns>
    public static Layer BatchNormalization(double momentum = 0.1, double epsilon = 1e-5, bool affine = true) => Inert.Layer;

    /// <summary>
    /// Each example with its mean 0 and variance 1 over the last axes: <c>(x - mean) / √(variance + epsilon) · weight + bias</c>, <c>N ... F -> N ... F</c>.
    /// </summary>
    /// <remarks>
    /// Weights: <c>weight</c> and <c>bias</c>, of the shape of the normalized axes, which must be fixed (GG3007); without them it takes any floating type. Ba
    /// and others, Layer Normalization, 2016.
    /// </remarks>
    /// <param name="axes">
    /// How many axes are normalized together, counted from the last; 1 by default. More than there are after the batch are refused (GG3009).
    /// </param>
    /// <param name="epsilon">Added to the variance, above 0 (GG1006); 1e-5 by default, as in TorchSharp.</param>
    /// <param name="affine">Whether there are weights; true by default.</param>
    /// <returns>The layer.</returns>
    public static Layer LayerNormalization(int axes = 1, double epsilon = 1e-5, bool affine = true) => Inert.Layer;
}
