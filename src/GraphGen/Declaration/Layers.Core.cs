using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GraphGen;

/// <summary>The layers and functions of the declaration language, for <c>using static GraphGen.Layers;</c>.</summary>
/// <remarks>
/// Shapes are written with the batch in front, <c>N</c>, and channels before the spatial axes; <c>...</c> stands for any axes. The shapes that a declaration
/// itself gives leave out the batch, but an <c>axis</c> counts it, as axis 0; a negative one counts from the last, <c>-1</c>. Unless said otherwise a layer
/// takes the floating-point types of <see cref="DType"/> and returns the type that it took; others are refused (GG3008). Weights begin as TorchSharp
/// has it, unless a layer is given an <see cref="Initializer"/>, and are of the type of the model, <see cref="DType.Float32"/>, the only one that a layer with
/// weights takes. Arguments are known at build time (GG1004).
/// </remarks>
public static partial class Layers
{
    /// <summary>A model input of the element type <see cref="DType.Float32"/>, which is the floating-point type that the model is constructed with.</summary>
    /// <param name="shape">The size of each axis after the batch, channels first: <c>Input(1, 64, 64)</c> is <c>N 1 64 64</c>.</param>
    /// <returns>The input, for a field of this type.</returns>
    [OverloadResolutionPriority(1)] // The literal 0 converts to any enum: Input(0) is a size that is refused, and no call that is ambiguous.
    public static Input Input(params Dim[] shape) => Inert.Input;

    /// <summary>A model input of a given element type, such as the tokens <c>Input(DType.Int64, 100)</c>.</summary>
    /// <param name="type">The element type.</param>
    /// <param name="shape">The size of each axis after the batch, channels first; none is one element an example, <c>N</c>.</param>
    /// <returns>The input, for a field of this type.</returns>
    public static Input Input(DType type, params Dim[] shape) => Inert.Input;

    /// <summary>A linear map of the last axis, <c>y = x Wᵀ + b</c>: <c>N ... F -> N ... units</c>.</summary>
    /// <remarks>
    /// Weights: <c>weight (units, F)</c> and <c>bias (units)</c>, in all <c>units (F + 1)</c>. There must be an axis after the batch (GG3001), of a fixed
    /// size (GG3007).
    /// </remarks>
    /// <param name="units">Features of the result, 1 or more (GG1006).</param>
    /// <param name="activation">A layer applied to the result; none by default.</param>
    /// <param name="bias">Whether <c>b</c> is added; true by default.</param>
    /// <param name="initializer">How <c>weight</c> begins; as TorchSharp has it by default.</param>
    /// <returns>The layer.</returns>
    public static Layer Dense(Dim units, Layer? activation = null, bool bias = true, Initializer? initializer = null) => Inert.Layer;

    /// <summary>A trainable vector for each of a set of integers, such as words: <c>N ... -> N ... dimension</c>.</summary>
    /// <remarks>
    /// Takes <c>Int32</c> and <c>Int64</c> (GG3008), each from 0 and below <paramref name="vocabulary"/>, and returns the type of the model. Weights:
    /// <c>weight (vocabulary, dimension)</c>.
    /// </remarks>
    /// <param name="vocabulary">How many integers there are, 1 or more (GG1006).</param>
    /// <param name="dimension">Elements of each vector, 1 or more (GG1006).</param>
    /// <param name="paddingIndex">
    /// The integer that fills up short sequences, from 0 and below <paramref name="vocabulary"/> (GG1006): its vector starts as zeros and is not trained.
    /// None by default.
    /// </param>
    /// <param name="initializer">
    /// How the vectors begin, all but that of the padding index; as TorchSharp has it by default, a normal distribution of variance 1.
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer Embedding(Dim vocabulary, Dim dimension, int? paddingIndex = null, Initializer? initializer = null) => Inert.Layer;

    /// <summary>
    /// Products of the input with a weight, summed as an equation says: with <c>"abc,cd->abd"</c>, a <see cref="Dense"/> of sequences, <c>y[abd] = Σc x[abc] w[cd]</c>.
    /// </summary>
    /// <remarks>
    /// As in Keras. Weights: <c>weight</c>, with a size for each of its letters, and <c>bias</c>, from the first of its axes on with a size for each axis of the
    /// result, 1 where it is not among <paramref name="biasAxes"/>; both begin uniform in <c>±1 / √n</c> with <c>n</c> products a sum. Another number of axes is
    /// refused (GG3001), and so is a size of the weight that is not fixed (GG3007).
    /// </remarks>
    /// <param name="equation">
    /// A letter for each axis of the input, of the weight and of the result, as <c>"abc,cd->abd"</c>. The first of the input is the batch, and the first of the
    /// result too. In <c>"...b,bc->...c"</c> and <c>"ab...,bc->ac..."</c> the dots stand for any axes, in front with the batch among them. Each letter of the
    /// weight is one of the input or of the result, and each of the result one of the input or of the weight (GG1006).
    /// </param>
    /// <param name="outputShape">
    /// A size for each letter of the result but the batch, 1 or more (GG1006): <c>64</c>, <c>(8, 64)</c>. -1 stands for the size that the letter has in the input;
    /// another than that is refused (GG3002).
    /// </param>
    /// <param name="activation">A layer applied to the result; none by default.</param>
    /// <param name="biasAxes">The letters of the result along which a bias differs, as <c>"d"</c>, each once and not the batch (GG1006); no bias by default.</param>
    /// <returns>The layer.</returns>
    [SuppressMessage("ApiDesign", "RS0026:Do not add multiple overloads with optional parameters", Justification = "An argument has one type or the other.")]
    public static Layer EinsumDense(string equation, Size outputShape, Layer? activation = null, string? biasAxes = null) => Inert.Layer;

    /// <summary>The same with sizes that may be dimensions that are not numbers: <c>EinsumDense("abc,cd->abd", [-1, width])</c>.</summary>
    /// <inheritdoc cref="EinsumDense(string, Size, Layer, string)"/>
    [SuppressMessage("ApiDesign", "RS0026:Do not add multiple overloads with optional parameters", Justification = "An argument has one type or the other.")]
    public static Layer EinsumDense(string equation, Dim[] outputShape, Layer? activation = null, string? biasAxes = null) => Inert.Layer;

    /// <summary>A trainable weight that is a node itself: <c>N shape</c>, the same for every example.</summary>
    /// <remarks>
    /// Has the type of the model. It is kept without the batch, under the node's name, and in <c>forward</c> it is expanded along the batch, not copied. It begins
    /// uniform in <c>±√(6 / (fanIn + fanOut))</c>, as weights in Keras do: the last two axes are inputs and outputs (one axis is both), and the ones before a window
    /// (Glorot and Bengio, Understanding the Difficulty of Training Deep Feedforward Neural Networks, 2010).
    /// </remarks>
    /// <param name="shape">The size of each axis after the batch, 1 or more (GG1006), which are fixed (GG3007): <c>Weight(1, 64)</c> is <c>N 1 64</c>.</param>
    /// <returns>The node.</returns>
    public static Node Weight(params Dim[] shape) => Inert.Node;

    /// <summary>One number, the same for all elements of whatever it meets in an operator or in what merges element by element: <c>Maximum(x, Constant(0.5))</c>.</summary>
    /// <remarks>
    /// It has the model's floating type and no axes, not even the batch, so that it fits any node; layers that work along axes refuse it (GG3001). As in torch it
    /// makes integers floating, and changes no floating type.
    /// </remarks>
    /// <param name="value">The number.</param>
    /// <returns>The node.</returns>
    public static Node Constant(double value) => Inert.Node;

    /// <summary>The same elements as another type, converted as torch does: <c>N ... -> N ...</c>.</summary>
    /// <remarks>
    /// To integers, fractions are cut off; to <c>Bool</c>, all but 0 is true; of complex numbers the real part stays. <c>Cast(DType.Float32)</c> gives the type of
    /// the model, whichever that is, so that layers with weights take it.
    /// </remarks>
    /// <param name="type">The element type of the result.</param>
    /// <returns>The layer.</returns>
    public static Layer Cast(DType type) => Inert.Layer;

    /// <summary>Its input, unchanged, of any shape and element type: <c>N ... -> N ...</c>.</summary>
    /// <returns>The layer.</returns>
    public static Layer Identity() => Inert.Layer;
}
