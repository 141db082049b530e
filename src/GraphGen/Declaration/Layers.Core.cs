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

    /// <summary>Its input, unchanged, of any shape and element type: <c>N ... -> N ...</c>.</summary>
    /// <returns>The layer.</returns>
    public static Layer Identity() => Inert.Layer;
}
