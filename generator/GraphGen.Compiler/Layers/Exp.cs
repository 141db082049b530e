using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>exp(x)</c>.</summary>
internal sealed class Exp : Unary
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Floating(0)}.exp()";

    protected override ElementSet Elements => ElementSet.All;

    protected override ElementType ResultElement(ElementType element) => element.ToFloating();
}
