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

    /// <summary>
    /// Groups of channels of each example with their mean 0 and variance 1: <c>(x - mean) / √(variance + epsilon) · weight + bias</c>,
    /// <c>N C ... -> N C ...</c>.
    /// </summary>
    /// <remarks>
    /// Takes one axis or more behind the channels (GG3001). The same in training and in evaluation. Weights: <c>weight (C)</c> and <c>bias (C)</c>, with a fixed
    /// <c>C</c> (GG3007); without them it takes any floating type. Wu and He, Group Normalization, 2018.
    /// </remarks>
    /// <param name="groups">Parts into which the channels are divided, 1 or more (GG1006). Must divide <c>C</c> (GG3005).</param>
    /// <param name="epsilon">Added to the variance, above 0 (GG1006); 1e-5 by default, as in TorchSharp.</param>
    /// <param name="affine">Whether there are weights; true by default.</param>
    /// <returns>The layer.</returns>
    public static Layer GroupNormalization(int groups, double epsilon = 1e-5, bool affine = true) => Inert.Layer;

    /// <summary>
    /// Each channel of each example with its mean 0 and variance 1 over the spatial axes: <c>(x - mean) / √(variance + epsilon) · weight + bias</c>,
    /// <c>N C ... -> N C ...</c>.
    /// </summary>
    /// <remarks>
    /// Takes one to three spatial axes (GG3001). The same in training and in evaluation. Weights, if any: <c>weight (C)</c> and <c>bias (C)</c>, with a fixed
    /// <c>C</c> (GG3007); without them it takes any floating type. Ulyanov and others, Instance Normalization, 2016.
    /// </remarks>
    /// <param name="epsilon">Added to the variance, above 0 (GG1006); 1e-5 by default, as in TorchSharp.</param>
    /// <param name="affine">Whether there are weights; false by default, as in TorchSharp.</param>
    /// <returns>The layer.</returns>
    public static Layer InstanceNormalization(double epsilon = 1e-5, bool affine = false) => Inert.Layer;

    /// <summary>Each example divided by the root of the mean of its squares over the last axes: <c>x / √(mean(x²) + epsilon) · weight</c>, <c>N ... F -> N ... F</c>.</summary>
    /// <remarks>
    /// Weights: <c>weight</c>, ones at first, of the shape of the normalized axes, which must be fixed (GG3007); without them it takes any floating type. Zhang and
    /// Sennrich, Root Mean Square Layer Normalization, 2019.
    /// </remarks>
    /// <param name="axes">
    /// How many axes are normalized together, counted from the last; 1 by default. More than there are after the batch are refused (GG3009).
    /// </param>
    /// <param name="epsilon">Added to the mean, above 0 (GG1006); 1e-6 by default, as in Keras.</param>
    /// <param name="affine">Whether there are weights; true by default.</param>
    /// <returns>The layer.</returns>
    public static Layer RMSNormalization(int axes = 1, double epsilon = 1e-6, bool affine = true) => Inert.Layer;

    /// <summary>Vectors along an axis made 1 long: <c>x / max(√Σ|x|², 1e-12)</c>, <c>N ... -> N ...</c>.</summary>
    /// <remarks>Takes the floating and complex types (GG3008). There are no weights.</remarks>
    /// <param name="axis">
    /// The axis, counting the batch as 0, which itself cannot be normalized; a negative one counts from the last, and the last is the default. One that is not
    /// there is refused (GG3009).
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer UnitNormalization(int axis = -1) => Inert.Layer;
}
