using TorchSharp;

namespace GraphGen;

public static partial class Layers
{
    /// <summary>A module of your own as a layer: <c>Custom&lt;AttentionBlock&gt;(64, 8)</c>.</summary>
    /// <remarks>
    /// <para>
    /// Shapes and element types are those of the class's <see cref="ShapeAttribute"/>; without one the result is taken to be of the shape and type of the one input
    /// (GG3010). What the module makes is compared with that, and another tensor is an <see cref="InvalidOperationException"/> of <c>forward</c>. The model disposes
    /// of the result, so that it is a new tensor, a view or an input, and no weight.
    /// </para>
    /// <para>
    /// The generated constructor calls the constructor of the class that C# chooses for the arguments. Its optional parameters <c>torch.Device? device</c> and
    /// <c>torch.ScalarType? dtype</c> are given those of the model; else the module is moved and converted behind it. A parameter <c>string name</c> that must be
    /// given is the layer's name. The weights are those that the class registers, with keys below the layer's.
    /// </para>
    /// </remarks>
    /// <typeparam name="TModule">
    /// A class that derives from TorchSharp's <c>Module&lt;Tensor, Tensor&gt;</c>, or one with up to six tensors in, and one out; not abstract, and no model, which
    /// is nested by its fields (GG1005).
    /// </typeparam>
    /// <param name="arguments">
    /// The arguments of its constructor, as given there: numbers, truth values, strings, members of enums, null, sizes of type <see cref="Dim"/> but dynamic ones
    /// (GG3007), and arrays of these. What no constructor takes is refused (GG1005, GG1006).
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer Custom<TModule>(params object?[] arguments) => Inert.Layer;

    /// <summary>A function of your own as a layer without weights: <c>Lambda(MyFunctions.Swish)</c>.</summary>
    /// <remarks>
    /// Shapes and element types are those of the method's <see cref="ShapeAttribute"/>; without one the result is taken to be of the shape and type of the one input
    /// (GG3010). What the method makes is compared with that, and another tensor is an <see cref="InvalidOperationException"/> of <c>forward</c>. The model disposes
    /// of the result, so that it is a new tensor, a view or an input.
    /// </remarks>
    /// <param name="function">A static method by its name, which the generated code calls; a lambda expression is refused (GG1005).</param>
    /// <returns>The layer.</returns>
    public static Layer Lambda(Func<torch.Tensor, torch.Tensor> function) => Inert.Layer;

    /// <inheritdoc cref="Lambda(Func{torch.Tensor, torch.Tensor})"/>
    public static Layer Lambda(Func<torch.Tensor, torch.Tensor, torch.Tensor> function) => Inert.Layer;

    /// <inheritdoc cref="Lambda(Func{torch.Tensor, torch.Tensor})"/>
    public static Layer Lambda(Func<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor> function) => Inert.Layer;

    /// <inheritdoc cref="Lambda(Func{torch.Tensor, torch.Tensor})"/>
    public static Layer Lambda(Func<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor> function) => Inert.Layer;

    /// <inheritdoc cref="Lambda(Func{torch.Tensor, torch.Tensor})"/>
    public static Layer Lambda(Func<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor> function) => Inert.Layer;

    /// <inheritdoc cref="Lambda(Func{torch.Tensor, torch.Tensor})"/>
    public static Layer Lambda(Func<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor> function) => Inert.Layer;
}
