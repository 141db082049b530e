using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x / (1 + |x|)</c>.</summary>
internal sealed class Softsign : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{Code.Functional}.softsign({code.Floating(0)})";

    protected override ElementSet Elements => ElementSet.Number;

    protected override ElementType ResultElement(ElementType element) => element.ToFloating();
}
