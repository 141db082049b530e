namespace GraphGen;

public static partial class Layers
{
    /// <summary><c>max(x, 0)</c>, element by element.</summary>
    /// <remarks>Takes the real types (GG3008).</remarks>
    public static Layer ReLU => Inert.Layer;

    /// <summary><c>min(max(x, 0), 6)</c>, element by element.</summary>
    /// <remarks>Takes the real types (GG3008).</remarks>
    public static Layer ReLU6 => Inert.Layer;

    /// <summary>The logistic function <c>1 / (1 + e^-x)</c>, element by element: between 0 and 1.</summary>
    /// <remarks>Takes complex numbers too; integers and <c>Bool</c> give <c>Float32</c>.</remarks>
    public static Layer Sigmoid => Inert.Layer;

    /// <summary>The hyperbolic tangent, element by element: between -1 and 1.</summary>
    /// <remarks>Takes complex numbers too; integers and <c>Bool</c> give <c>Float32</c>.</remarks>
    public static Layer Tanh => Inert.Layer;

    /// <summary><c>e^x / sum(e^x)</c> along the last axis: positive numbers that sum to 1. See <see cref="SoftmaxAlong"/> for another axis.</summary>
    /// <remarks>There must be an axis after the batch (GG3001).</remarks>
    public static Layer Softmax => Inert.Layer;

    /// <summary>The logarithm of <see cref="Softmax"/>, along the last axis and without its loss of precision.</summary>
    /// <remarks>There must be an axis after the batch (GG3001).</remarks>
    public static Layer LogSoftmax => Inert.Layer;

    /// <summary><c>log(1 + e^x)</c>, element by element: a smooth <see cref="ReLU"/>.</summary>
    /// <remarks>Above 20 it is <c>x</c> itself, the threshold of TorchSharp.</remarks>
    public static Layer Softplus => Inert.Layer;

    /// <summary><c>x / (1 + |x|)</c>, element by element: between -1 and 1.</summary>
    /// <remarks>Takes complex numbers too; integers give <c>Float32</c>, and <c>Bool</c> is refused (GG3008).</remarks>
    public static Layer Softsign => Inert.Layer;

    /// <summary><c>1.0507 x</c> where x is positive, else <c>1.0507 · 1.6733 (e^x - 1)</c>, element by element.</summary>
    /// <remarks>
    /// Keeps mean 0 and variance 1 from layer to layer (Klambauer and others, Self-Normalizing Neural Networks, 2017, where the constants have more digits).
    /// </remarks>
    public static Layer SELU => Inert.Layer;

    /// <summary><c>x Φ(x)</c> with the distribution function <c>Φ</c> of the standard normal distribution, element by element.</summary>
    /// <remarks>Hendrycks and Gimpel, Gaussian Error Linear Units, 2016. Computed exactly; <see cref="GELUTanh"/> approximates it.</remarks>
    public static Layer GELU => Inert.Layer;

    /// <summary>The approximation <c>x / 2 · (1 + tanh(√(2 / π) (x + 0.044715 x³)))</c> of <see cref="GELU"/>, element by element.</summary>
    public static Layer GELUTanh => Inert.Layer;

    /// <summary><c>x / (1 + e^-x)</c>, element by element; also known as swish.</summary>
    /// <remarks>Takes complex numbers too.</remarks>
    public static Layer SiLU => Inert.Layer;

    /// <summary><c>x tanh(log(1 + e^x))</c>, element by element.</summary>
    /// <remarks>Misra, Mish: A Self Regularized Non-Monotonic Activation Function, 2019.</remarks>
    public static Layer Mish => Inert.Layer;

    /// <summary><c>x · min(max(x + 3, 0), 6) / 6</c>, element by element: <see cref="SiLU"/> of straight lines and a parabola.</summary>
    /// <remarks>Howard and others, Searching for MobileNetV3, 2019.</remarks>
    public static Layer Hardswish => Inert.Layer;

    /// <summary><c>min(max(x + 3, 0), 6) / 6</c>, element by element: <see cref="Sigmoid"/> of straight lines.</summary>
    public static Layer HardSigmoid => Inert.Layer;

    /// <summary><c>e^x</c>, element by element.</summary>
    /// <remarks>Takes complex numbers too; integers and <c>Bool</c> give <c>Float32</c>.</remarks>
    public static Layer Exponential => Inert.Layer;

    /// <summary>The logarithm of <see cref="Sigmoid"/>, element by element and without its loss of precision.</summary>
    public static Layer LogSigmoid => Inert.Layer;

    /// <summary><c>x</c> where it is positive, else <c>slope · x</c>, element by element.</summary>
    /// <param name="slope">The slope below 0; 0.01 by default, as in TorchSharp (Keras has 0.3).</param>
    /// <returns>The layer.</returns>
    public static Layer LeakyReLU(double slope = 0.01) => Inert.Layer;

    /// <summary><c>x</c> where it is positive, else <c>alpha (e^x - 1)</c>, element by element.</summary>
    /// <remarks>Clevert and others, Fast and Accurate Deep Network Learning by Exponential Linear Units, 2015.</remarks>
    /// <param name="alpha">What the result falls to below 0, with its sign changed; 1 by default.</param>
    /// <returns>The layer.</returns>
    public static Layer ELU(double alpha = 1.0) => Inert.Layer;

    /// <summary><c>x</c> where it is positive, else <c>a x</c>, element by element, with a trainable <c>a</c> for all elements alike.</summary>
    /// <remarks>
    /// Takes the type of the model only (GG3008). Weights: <c>weight (1)</c>, at first 0.25, as in TorchSharp (He and others, Delving Deep into Rectifiers, 2015).
    /// </remarks>
    /// <returns>The layer.</returns>
    public static Layer PReLU() => Inert.Layer;

    /// <summary><c>e^x / sum(e^x)</c> along an axis: positive numbers that sum to 1.</summary>
    /// <param name="axis">The axis, counting the batch as 0; a negative one counts from the last. One that is not there is refused (GG3009).</param>
    /// <returns>The layer.</returns>
    public static Layer SoftmaxAlong(int axis) => Inert.Layer;

    /// <summary><c>x</c> where it is above <c>value</c>, else 0, element by element.</summary>
    /// <remarks>Takes the real types (GG3008); of integers, the value must be among their numbers.</remarks>
    /// <param name="value">The largest number that becomes 0.</param>
    /// <returns>The layer.</returns>
    public static Layer Threshold(double value) => Inert.Layer;
}
