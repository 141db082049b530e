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
}
