using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The mean along an axis, or of each example.</summary>
internal sealed class Mean : Reduction
{
    protected override ElementSet Elements => ElementSet.FloatingOrComplex;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.mean({TorchArguments(code)})";
}
