using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The smallest along an axis, or of each example. Its gradient needs the result.</summary>
internal sealed class Min : Reduction
{
    public override bool ResultMayBeOverwritten => false;

    protected override ElementSet Elements => ElementSet.BoolOrReal;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.amin({TorchArguments(code)})";
}
