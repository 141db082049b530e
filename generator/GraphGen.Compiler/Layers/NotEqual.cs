using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>a ≠ b</c>, element by element; complex numbers too.</summary>
internal sealed class NotEqual : Comparing
{
    protected override string TorchMethod => "ne";

    protected override string TorchMirrored => "ne";

    protected override ElementSet Elements => ElementSet.All;
}
