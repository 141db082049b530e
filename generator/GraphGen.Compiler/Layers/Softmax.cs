using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>exp(x) / sum(exp(x))</c> along the last axis.</summary>
internal sealed class Softmax : LastAxisActivation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.softmax(-1)";
}
