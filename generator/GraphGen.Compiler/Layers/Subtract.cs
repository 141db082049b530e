using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The difference of two tensors, element by element; also <c>a - b</c>.</summary>
internal sealed class Subtract : Merging
{
    public override int MostInputs => 2;

    protected override FormattableString Merge(TorchCode code) => $"{code.Input} - {code.Inputs[1]}";

    protected override ElementSet Elements => ElementSet.Number;
}
