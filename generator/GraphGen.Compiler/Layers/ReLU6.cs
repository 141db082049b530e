using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>min(max(x, 0), 6)</c>.</summary>
internal sealed class ReLU6 : Activation
{
    public override bool CommutesWithMaximum => true;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.relu6()";

    public override FormattableString TorchInPlace(Layer layer, FormattableString input) => $"{input}.relu6_()";

    protected override ElementSet Elements => ElementSet.Real;
}
