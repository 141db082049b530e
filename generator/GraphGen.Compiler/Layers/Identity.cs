using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Its input, unchanged.</summary>
internal sealed class Identity : Unary
{
    public override Sharing Sharing => Sharing.Whole;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.alias()";

    protected override ElementSet Elements => ElementSet.All;
}
