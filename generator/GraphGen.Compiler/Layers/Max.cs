using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The largest along an axis, or of each example. Its gradient needs the result.</summary>
internal sealed class Max : Reduction
{
    public override bool ResultMayBeOverwritten => false;

    protected override ElementSet Elements => ElementSet.BoolOrReal;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.amax({TorchArguments(code)})";
}
