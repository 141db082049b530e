using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x tanh(log(1 + exp(x)))</c>.</summary>
internal sealed class Mish : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{Code.Functional}.mish({code.Input})";
}
