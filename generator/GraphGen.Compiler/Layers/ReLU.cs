using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>max(x, 0)</c>.</summary>
internal sealed class ReLU : Activation
{
    public override bool CommutesWithMaximum => true;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.relu()";

    public override FormattableString TorchInPlace(Layer layer, FormattableString input) => $"{input}.relu_()";

    protected override ElementSet Elements => ElementSet.Real;
}
