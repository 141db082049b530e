using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>
/// All that the build knows of one kind of layer. A kind is found by its class's name, which is the name of its method or property in the declaration
/// language: a file in this folder and a member of <c>GraphGen.Layers</c> make a new layer.
/// </summary>
internal abstract class LayerKind
{
    public virtual string Name => GetType().Name;

    /// <summary>The part of a derived name that stands for the kind.</summary>
    public virtual string SnakeName => Naming.ToSnakeCase(Name);

    public virtual int FewestInputs => 1;

    public virtual int MostInputs => 1;

    /// <summary>Whether it works element by element, so that an input may be one number without axes, as <c>Constant</c> makes it.</summary>
    public virtual bool TakesNumbers => false;

    /// <summary>How many inputs a layer takes: those of its kind, unless its arguments say more.</summary>
    public virtual (int Fewest, int Most) InputsOf(Layer layer) => (FewestInputs, MostInputs);

    /// <summary>Whether a layer that it wraps goes by its name, since it has nothing of its own to be named for.</summary>
    public virtual bool LendsName => false;

    /// <summary>The arguments that a summary shows behind the kind's name, such as a number of units.</summary>
    public virtual IEnumerable<string> MainArguments(Layer layer) => [];

    /// <summary>The kind with its main arguments and its activation, as a summary shows it: <c>Dense(10, ReLU)</c>.</summary>
    public string Describe(Layer layer)
    {
        IEnumerable<string> arguments = MainArguments(layer);
        if (layer.Arguments.Layer("activation") is { } activation) arguments = arguments.Append(activation.Kind.Describe(activation));
        string text = string.Join(", ", arguments);
        return text.Length == 0 ? Name : $"{Name}({text})";
    }

    /// <summary>Refuses arguments that no input could make right. Called only where all arguments are known.</summary>
    public virtual void Check(ArgumentCheck check)
    {
    }

    /// <summary>The type of the result, before the layer's activation where it has one; null once a problem is reported.</summary>
    public abstract TensorType? Infer(Application application);

    /// <summary>Whether it makes several results none of which is the first: each is chosen by name, as the outputs of a nested model are.</summary>
    public virtual bool MakesPartsOnly => false;

    /// <summary>The types of the results behind the first one, such as the state of a recurrent layer: asked where <see cref="Infer"/> has accepted.</summary>
    public virtual IReadOnlyList<TensorType> InferParts(Application application) => [];

    /// <summary>What the state that the layer leaves, and may begin with, is made of: the names of its further results; nothing where it has no state.</summary>
    public virtual IReadOnlyList<string> StateNames(Layer layer) => [];

    /// <summary>The layers that the layer contains and that are registered beside it: an activation with weights, a wrapped layer.</summary>
    public virtual IEnumerable<Layer> Inner(Layer layer) => layer.Arguments.Layers;

    /// <summary>The weights of a layer that is applied to inputs that <see cref="Infer"/> accepted.</summary>
    public virtual IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs) => [];

    /// <summary>
    /// What one application costs for one example: the products that are added to sums, as matrix products, convolutions, attention and the statistics of
    /// normalizations have them. Functions of single elements, additions, comparisons, look-ups and moves of elements count as none. Null where the build does not
    /// know.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">The inputs that <see cref="Infer"/> accepted.</param>
    /// <param name="result">What it made of them.</param>
    public virtual Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => Dim.Zero;

    /// <summary>Whether the result lies in the memory of the first input.</summary>
    public virtual Sharing Sharing => Sharing.None;

    /// <summary>The TorchSharp module that holds the weights or the state of the layer; null where a function does.</summary>
    public virtual TorchModule? TorchModule(Layer layer) => null;

    /// <summary>The expressions that give the kernels of a layer the first values that its initializer names, once its module is made.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="module">The property that holds the module.</param>
    public virtual IEnumerable<string> TorchInitialization(Layer layer, string module) => InitializerOf(layer) is { } initializer
        ? layer.Weights!.Where(weight => weight.IsKernel).Select(kernel => TorchInitializer.Fill(initializer, Code.Parameter(module, kernel.Name)))
        : [];

    /// <summary>The TorchSharp expression for the result; for a tuple of all results where <see cref="TorchCode.NeedsParts"/>.</summary>
    public abstract FormattableString TorchForward(TorchCode code);

    /// <summary>
    /// Whether the result is a tensor of its own that the gradient of the layer does not need, so that an activation may overwrite it: neither a view nor,
    /// in inference, the input itself.
    /// </summary>
    public virtual bool ResultMayBeOverwritten => false;

    /// <summary>The same of one layer: what some layers of a kind make is a view after all.</summary>
    public virtual bool MayOverwriteResult(Layer layer) => ResultMayBeOverwritten;

    /// <summary>Whether it treats all axes but the last alike: what it makes of a sequence is what it makes of each step.</summary>
    public virtual bool IsPointwise => false;

    /// <summary>
    /// Whether each element of the result is the greatest of some elements of the input, so that an activation that never falls may as well follow it.
    /// </summary>
    public virtual bool TakesMaximum => false;

    /// <summary>Whether libtorch computes the layer faster where its input lies channels-last in memory.</summary>
    public virtual bool PrefersChannelsLast => false;

    /// <summary>Whether the build does not know the weights of its module, so that the program counts them.</summary>
    public virtual bool CountsAtRunTime => false;

    /// <summary>Whether its module is a generated model, which tells the graph that it is made of.</summary>
    public virtual bool IsModel => false;

    /// <summary>Whether it runs code of the user's, which may depend on how its input lies in memory.</summary>
    public virtual bool RunsOwnCode => false;

    /// <summary>How the layer's kernels begin; null for TorchSharp's way.</summary>
    protected virtual Initializer? InitializerOf(Layer layer) => layer.Arguments.Initializer("initializer");
}
