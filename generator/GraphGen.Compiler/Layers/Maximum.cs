using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The largest of tensors, element by element.</summary>
internal sealed class Maximum : Merging
{
    protected override FormattableString Merge(TorchCode code) => Fold(code, (a, b) => $"{a}.maximum({b})");

    protected override ElementSet Elements => ElementSet.BoolOrReal;
}
