namespace GraphGen.Compiler.Layers;

/// <summary><c>a &lt; b</c>, element by element.</summary>
internal sealed class Less : Comparing
{
    protected override string TorchMethod => "lt";

    protected override string TorchMirrored => "gt";
}
