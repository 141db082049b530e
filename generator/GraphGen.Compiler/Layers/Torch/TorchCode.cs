using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers.Torch;

/// <summary>What a layer kind needs to write the TorchSharp code of one application.</summary>
internal sealed class TorchCode(
    Node node, Layer layer, IReadOnlyList<Variable> inputs, IReadOnlyList<TensorType> inputTypes, TensorType type, IModelMembers members, IStepWriter steps)
{
    public Layer Layer { get; } = layer;

    public LayerArguments Arguments => Layer.Arguments;

    /// <summary>The inputs' variables.</summary>
    public IReadOnlyList<Variable> Inputs { get; } = inputs;

    public Variable Input => Inputs[0];

    public IReadOnlyList<TensorType> InputTypes { get; } = inputTypes;

    public TensorType InputType => InputTypes[0];

    /// <summary>The type of the result.</summary>
    public TensorType Type { get; } = type;

    /// <summary>The property that holds the layer's module.</summary>
    public string Module => members.Module(Layer);

    /// <summary>The field that calls the layer's module, a <c>Linear</c>, on <c>N F</c>.</summary>
    public string LinearCall => members.LinearCall(Layer);

    /// <summary>The floating type that the model has now.</summary>
    public string ModelType => members.ModelType;

    /// <summary>An input of a function that has no integer results: libtorch would make its default type of integers, and not the model's.</summary>
    public Variable Floating(int input) =>
        InputTypes[input].Element.ToFloating() == InputTypes[input].Element ? Inputs[input] : Step("float", $"{Inputs[input]}.to({ModelType})");

    /// <summary>An element type as C#: single precision is the model's type, whichever that is.</summary>
    public string ScalarType(ElementType element) => element == ElementType.Float32 ? ModelType : $"global::TorchSharp.torch.ScalarType.{element}";

    /// <summary>What torch makes of all inputs by promoting their types, brought to the type that the language says, where the model's type may make it another.</summary>
    public FormattableString Promoted(FormattableString result) => TypePromotion.HoldsForEveryModel(InputTypes)
        ? result
        : $"{Step("promoted", result)}.to({ScalarType(Type.Element)})";

    /// <summary>Puts an intermediate result into a variable of its own, which is released after its last use.</summary>
    /// <param name="suffix">What it is called behind the node's name.</param>
    /// <param name="expression">The expression for it.</param>
    public Variable Step(string suffix, FormattableString expression) => steps.Add(expression, suffix)[0];

    /// <summary>Puts a tuple into variables of their own.</summary>
    /// <param name="expression">The expression for it.</param>
    /// <param name="suffixes">What each is called behind the node's name.</param>
    public IReadOnlyList<Variable> Steps(FormattableString expression, params string[] suffixes) => steps.Add(expression, suffixes);

    /// <summary>
    /// As <see cref="Step"/>, of an expression that makes the further results too where <see cref="NeedsParts"/>, so that the layer's own is for the first result
    /// alone.
    /// </summary>
    public Variable StepWithParts(string suffix, FormattableString expression) => NeedsParts ? steps.AddWithParts(expression, suffix) : Step(suffix, expression);

    /// <summary>The code of another layer that this one wraps, applied to a tensor it made.</summary>
    public TorchCode Of(Layer inner, Variable input, TensorType inputType, TensorType type) => new(node, inner, [input], [inputType], type, members, steps)
    {
        ModelInput = ModelInput,
    };

    /// <summary>The type of what another layer that this one wraps makes.</summary>
    public static TensorType TypeOf(Layer inner, TensorType input) => new Application(new Node("", null, [], inner.Site), inner, [input], []).Run()!;

    /// <summary>The model's first input, which tells the batch and the device.</summary>
    public required Variable ModelInput { get; init; }

    /// <summary>Whether the results behind the first one are read too: the expression is then a tuple of all, unless a step has made them.</summary>
    public bool NeedsParts { get; init; }

    /// <summary>Whether the layer's activation is left to the one reader of the node.</summary>
    public bool LeavesActivation { get; init; }

    /// <summary>The expression with the layer's activation applied, if it has one.</summary>
    public FormattableString Activate(FormattableString result)
    {
        if (LeavesActivation) return result;
        if (Arguments.Layer("activation") is not { } activation) return result;
        if (Layer.Kind.MayOverwriteResult(Layer) && activation.Kind is Activation kind && kind.TorchInPlace(activation, result) is { } overwritten) return overwritten;
        TensorType raw = Layer.Kind.Infer(new Application(node, Layer, InputTypes, []))!;
        return activation.Kind.TorchForward(Of(activation, Step("linear", result), raw, Type));
    }
}
