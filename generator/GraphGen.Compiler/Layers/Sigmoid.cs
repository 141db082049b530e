using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>1 / (1 + exp(-x))</c>.</summary>
internal sealed class Sigmoid : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.sigmoid()";

    public override FormattableString TorchInPlace(Layer layer, FormattableString input) => $"{input}.sigmoid_()";
}
