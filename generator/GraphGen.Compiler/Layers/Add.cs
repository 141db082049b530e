using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>The sum of tensors, element by element; also <c>a + b</c>.</summary>
internal sealed class Add : Merging
{
    public override FormattableString TorchForward(TorchCode code) => SumOf(code, code.Input, code.InputType);
}
