using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>The product of tensors, element by element; also <c>a * b</c>.</summary>
internal sealed class Multiply : Merging
{
    protected override FormattableString Merge(TorchCode code) => Fold(code, (a, b) => $"{a} * {b}");
}
