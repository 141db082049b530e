namespace GraphGen;

public static partial class Layers
{
    /// <summary>Another model as a layer, with weights of its own: its inputs become the layer's, in their order of declaration.</summary>
    /// <remarks>
    /// Its shapes are those that its own fields declare; a size that is a <see cref="Dim"/> there is seen from what it is applied to, or given. A model of several
    /// outputs is applied, and then one is chosen by its name: <c>encoder(a)["code"]</c>; without a name, or with one that it has not, it is refused (GG2007). In
    /// the state dict its weights stand below the key of the layer: <c>encoder.hidden1.weight</c>. Models that nest each other in a cycle are refused (GG2008).
    /// </remarks>
    /// <typeparam name="TModel">A class with <see cref="ModelAttribute"/>, of this project or of one that it refers to.</typeparam>
    /// <param name="parameters">
    /// Values for the model's <see cref="Dim.Parameter"/>s by name, ints or Dims: <c>new { filters = 64, stride = 2 }</c>. A parameter that is not given is seen
    /// from the shapes that the model is applied to, else takes its default; without either it is refused, as is a name that the model has not (GG2007).
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer Use<TModel>(object? parameters = null)
        where TModel : class => Inert.Layer;

    /// <summary>So many layers like one, each with weights of its own, one after another.</summary>
    /// <remarks>
    /// Each takes what the one before makes, so that only the first may change the shape, unless the layer takes any. In the state dict their weights stand below
    /// the numbers of the layers: <c>encoded.0.weight</c>, <c>encoded.1.weight</c>.
    /// </remarks>
    /// <param name="count">How many, 1 or more, and at most 1,000 layers in all (GG1006).</param>
    /// <param name="layer">What they are like: a layer that takes one input (GG1006); of a shared layer's field the weights are not shared.</param>
    /// <returns>The layer, which may be shared as a whole.</returns>
    public static Layer Repeat(int count, Layer? layer) => Inert.Layer;

    /// <summary>So many recurrent layers like one, each with weights of its own, one after another: <c>N T F -> N T units</c>.</summary>
    /// <inheritdoc cref="Repeat(int, Layer)"/>
    public static Layer Repeat(int count, Recurrent? layer) => Inert.Layer;

    /// <summary>So many layers of self-attention like one, each with weights of its own, one after another: <c>N T F -> N T F</c>.</summary>
    /// <inheritdoc cref="Repeat(int, Layer)"/>
    public static Layer Repeat(int count, Attention? layer) => Inert.Layer;
}
