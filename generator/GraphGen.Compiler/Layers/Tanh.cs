using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The hyperbolic tangent.</summary>
internal sealed class Tanh : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Floating(0)}.tanh()";

    public override FormattableString TorchInPlace(Layer layer, FormattableString input) => $"{input}.tanh_()";

    protected override ElementSet Elements => ElementSet.All;

    protected override ElementType ResultElement(ElementType element) => element.ToFloating();
}
