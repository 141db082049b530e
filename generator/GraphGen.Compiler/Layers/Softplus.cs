using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>log(1 + exp(x))</c>; <c>x</c> itself above 20.</summary>
internal sealed class Softplus : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.softplus()";
}
