using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The cosine.</summary>
internal sealed class Cos : Unary
{
    public override bool ResultMayBeOverwritten => true;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Floating(0)}.cos()";

    protected override ElementSet Elements => ElementSet.All;

    protected override ElementType ResultElement(ElementType element) => element.ToFloating();
}
