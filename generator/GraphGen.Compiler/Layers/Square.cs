using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x * x</c>.</summary>
internal sealed class Square : Unary
{
    public override bool ResultMayBeOverwritten => true;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.square()";

    protected override ElementSet Elements => ElementSet.All;

    protected override ElementType ResultElement(ElementType element) => element == ElementType.Bool ? ElementType.Int64 : element;
}
