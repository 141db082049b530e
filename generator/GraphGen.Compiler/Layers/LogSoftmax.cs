using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>The logarithm of <see cref="Softmax"/>, along the last axis.</summary>
internal sealed class LogSoftmax : LastAxisActivation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.log_softmax(-1)";
}
