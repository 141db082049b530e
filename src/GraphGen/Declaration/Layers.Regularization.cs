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

    /// <summary>
    /// In training, a random part of the channels of each sequence set to 0 and the others multiplied by <c>1 / (1 - rate)</c>; in evaluation, its input:
    /// <c>N C L -> N C L</c>.
    /// </summary>
    /// <remarks>
    /// Takes the floating types (GG3008), and no other number of axes (GG3001). Neighbours in a channel resemble each other, so that <see cref="Dropout"/> would
    /// hide little. Tompson and others, Efficient Object Localization Using Convolutional Networks, 2015.
    /// </remarks>
    /// <param name="rate">The part that is set to 0, in [0, 1) (GG1006); 0.5 by default, as in TorchSharp.</param>
    /// <returns>The layer.</returns>
    public static Layer SpatialDropout1D(double rate = 0.5) => Inert.Layer;

    /// <summary>The same as <see cref="SpatialDropout1D"/> for pictures: <c>N C H W -> N C H W</c>.</summary>
    /// <inheritdoc cref="SpatialDropout1D"/>
    public static Layer SpatialDropout2D(double rate = 0.5) => Inert.Layer;

    /// <summary>The same as <see cref="SpatialDropout1D"/> for volumes: <c>N C D H W -> N C D H W</c>.</summary>
    /// <inheritdoc cref="SpatialDropout1D"/>
    public static Layer SpatialDropout3D(double rate = 0.5) => Inert.Layer;

    /// <summary>
    /// In training, a random part of the elements set to <c>-1.7581</c>, the least value of <see cref="SELU"/>, and all scaled and shifted so that mean 0 and
    /// variance 1 stay; in evaluation, its input: <c>N ... -> N ...</c>.
    /// </summary>
    /// <remarks>Takes the floating types (GG3008). Klambauer and others, Self-Normalizing Neural Networks, 2017.</remarks>
    /// <param name="rate">The part that is set, in [0, 1) (GG1006); 0.5 by default, as in TorchSharp.</param>
    /// <returns>The layer.</returns>
    public static Layer AlphaDropout(double rate = 0.5) => Inert.Layer;

    /// <summary>In training, each element plus a random number of mean 0; in evaluation, its input: <c>N ... -> N ...</c>.</summary>
    /// <remarks>Takes the floating types (GG3008).</remarks>
    /// <param name="stddev">The standard deviation of the normal distribution, 0 or more (GG1006).</param>
    /// <returns>The layer.</returns>
    public static Layer GaussianNoise(double stddev) => Inert.Layer;

    /// <summary>In training, each element times a random number of mean 1; in evaluation, its input: <c>N ... -> N ...</c>.</summary>
    /// <remarks>
    /// Takes the floating types (GG3008). The numbers are normal, of the variance <c>rate / (1 - rate)</c> that the factors of <see cref="Dropout"/> have. Srivastava
    /// and others, Dropout, 2014, section 10.
    /// </remarks>
    /// <param name="rate">The rate of that dropout, in [0, 1) (GG1006); 0.5 by default.</param>
    /// <returns>The layer.</returns>
    public static Layer GaussianDropout(double rate = 0.5) => Inert.Layer;
}
