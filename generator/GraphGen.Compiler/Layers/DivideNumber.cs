using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x / 2</c> and <c>1 / x</c>.</summary>
internal sealed class DivideNumber : NumberOperation
{
    protected override ElementType ResultElement(ElementType element, LayerArguments arguments) => element.ToFloating();

    protected override FormattableString NumberLast(Variable tensor, string number) => $"{tensor} / {number}";

    /// <summary>TorchSharp's operator would leave the reciprocal to the collector.</summary>
    protected override FormattableString NumberFirst(TorchCode code, Variable tensor, string number) =>
        $"{number} * {code.Step("reciprocal", $"{tensor}.reciprocal()")}";
}
