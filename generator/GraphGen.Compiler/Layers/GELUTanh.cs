using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x³)))</c>, which approximates <see cref="GELU"/>.</summary>
internal sealed class GELUTanh : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.gelu(global::TorchSharp.Modules.GELU.Approximate.tanh)";
}
