using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x + 1</c> and <c>1 + x</c>.</summary>
internal sealed class AddNumber : NumberOperation
{
    protected override FormattableString NumberLast(Variable tensor, string number) => $"{tensor} + {number}";

    protected override FormattableString NumberFirst(TorchCode code, Variable tensor, string number) => $"{number} + {tensor}";
}
