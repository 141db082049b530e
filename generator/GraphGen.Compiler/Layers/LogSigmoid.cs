using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>-log(1 + exp(-x))</c>.</summary>
internal sealed class LogSigmoid : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.log_sigmoid()";
}
