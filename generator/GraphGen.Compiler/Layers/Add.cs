using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>The sum of tensors, element by element; also <c>a + b</c>.</summary>
internal sealed class Add : Merging
{
    protected override FormattableString Merge(TorchCode code) => SumOf(code, code.Input, code.InputType);
}
