using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>1 / (1 + exp(-x))</c>.</summary>
internal sealed class Sigmoid : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Floating(0)}.sigmoid()";

    public override FormattableString TorchInPlace(Layer layer, FormattableString input) => $"{input}.sigmoid_()";

    protected override ElementSet Elements => ElementSet.All;

    protected override ElementType ResultElement(ElementType element) => element.ToFloating();
}
