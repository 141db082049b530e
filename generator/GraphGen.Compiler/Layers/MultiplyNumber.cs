using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>2 * x</c> and <c>x * 2</c>.</summary>
internal sealed class MultiplyNumber : NumberOperation
{
    protected override FormattableString NumberLast(Variable tensor, string number) => $"{tensor} * {number}";

    protected override FormattableString NumberFirst(TorchCode code, Variable tensor, string number) => $"{number} * {tensor}";
}
