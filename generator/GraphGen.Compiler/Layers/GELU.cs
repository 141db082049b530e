using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x Φ(x)</c>, with the distribution function of the standard normal distribution.</summary>
internal sealed class GELU : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.gelu()";
}
