using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>The self-normalizing <c>scale * (x if x &gt; 0 else alpha * (exp(x) - 1))</c>.</summary>
internal sealed class SELU : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.selu()";

    public override FormattableString TorchInPlace(Layer layer, FormattableString input) => $"{input}.selu_()";
}
