using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x - 1</c> and <c>1 - x</c>.</summary>
internal sealed class SubtractNumber : NumberOperation
{
    protected override ElementSet Elements => ElementSet.Number;

    protected override FormattableString NumberLast(Variable tensor, string number) => $"{tensor} - {number}";

    /// <summary>TorchSharp's operator would leave the negative to the collector.</summary>
    protected override FormattableString NumberFirst(TorchCode code, Variable tensor, string number) => $"{tensor}.neg().add_({number})";
}
