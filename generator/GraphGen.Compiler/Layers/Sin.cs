using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The sine.</summary>
internal sealed class Sin : Unary
{
    public override bool ResultMayBeOverwritten => true;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Floating(0)}.sin()";

    protected override ElementSet Elements => ElementSet.All;

    protected override ElementType ResultElement(ElementType element) => element.ToFloating();
}
