using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>min(max(x + 3, 0), 6) / 6</c>.</summary>
internal sealed class HardSigmoid : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.hardsigmoid()";
}
