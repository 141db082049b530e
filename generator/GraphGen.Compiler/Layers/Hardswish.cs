using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x * min(max(x + 3, 0), 6) / 6</c>.</summary>
internal sealed class Hardswish : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.hardswish()";
}
