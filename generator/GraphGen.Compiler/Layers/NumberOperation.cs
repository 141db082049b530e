using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>An operator between a tensor and a number. Whole numbers keep integers, and others make them the model's floating type, as in torch.</summary>
internal abstract class NumberOperation : LayerKind
{
    public sealed override bool ResultMayBeOverwritten => true;

    public sealed override bool IsPointwise => true;

    public sealed override bool TakesNumbers => true;

    /// <summary>Nodes are named as the operator between two nodes is: <c>y_add</c>.</summary>
    public sealed override string SnakeName => base.SnakeName.Replace("_number", "");

    protected virtual ElementSet Elements => ElementSet.All;

    public sealed override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Number("number")];

    public sealed override TensorType? Infer(Application application) =>
        application.Takes(Elements) ? application.Input with { Element = ResultElement(application.Input.Element, application.Arguments) } : null;

    public sealed override FormattableString TorchForward(TorchCode code)
    {
        Variable tensor = code.Type.Element == code.InputType.Element.ToFloating() ? code.Floating(0) : code.Input;
        string number = code.Arguments.Number("number");
        return code.Arguments.Truth("numberFirst") ? NumberFirst(code, tensor, number) : NumberLast(tensor, number);
    }

    protected virtual ElementType ResultElement(ElementType element, LayerArguments arguments) =>
        element.WithNumber(arguments.IsWhole("number"));

    protected abstract FormattableString NumberLast(Variable tensor, string number);

    protected abstract FormattableString NumberFirst(TorchCode code, Variable tensor, string number);
}
