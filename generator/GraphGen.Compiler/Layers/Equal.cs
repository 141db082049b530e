using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>a = b</c>, element by element; complex numbers too.</summary>
internal sealed class Equal : Comparing
{
    protected override string TorchMethod => "eq";

    protected override string TorchMirrored => "eq";

    protected override ElementSet Elements => ElementSet.All;
}
