using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>-x</c>.</summary>
internal sealed class Negate : Unary
{
    public override bool ResultMayBeOverwritten => true;

    public override FormattableString TorchForward(TorchCode code) => $"-{code.Input}";

    protected override ElementSet Elements => ElementSet.Number;
}
