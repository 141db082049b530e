using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The natural logarithm.</summary>
internal sealed class Log : Unary
{
    public override bool ResultMayBeOverwritten => true;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Floating(0)}.log()";

    protected override ElementSet Elements => ElementSet.All;

    protected override ElementType ResultElement(ElementType element) => element.ToFloating();
}
