using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The smallest of tensors, element by element.</summary>
internal sealed class Minimum : Merging
{
    protected override FormattableString Merge(TorchCode code) => Fold(code, (a, b) => $"{a}.minimum({b})");

    protected override ElementSet Elements => ElementSet.BoolOrReal;
}
