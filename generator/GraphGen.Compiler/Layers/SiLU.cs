using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x / (1 + exp(-x))</c>.</summary>
internal sealed class SiLU : Activation
{
    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.silu()";

    protected override ElementSet Elements => ElementSet.FloatingOrComplex;
}
