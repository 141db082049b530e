using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>exp(x)</c>.</summary>
internal sealed class Exponential : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Floating(0)}.exp()";

    public override FormattableString TorchInPlace(Layer layer, FormattableString input) => $"{input}.exp_()";

    protected override ElementSet Elements => ElementSet.All;

    protected override ElementType ResultElement(ElementType element) => element.ToFloating();
}
