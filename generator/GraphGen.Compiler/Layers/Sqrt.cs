using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The square root.</summary>
internal sealed class Sqrt : Unary
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Floating(0)}.sqrt()";

    protected override ElementSet Elements => ElementSet.All;

    protected override ElementType ResultElement(ElementType element) => element.ToFloating();
}
