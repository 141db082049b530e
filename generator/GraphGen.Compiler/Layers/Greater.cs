namespace GraphGen.Compiler.Layers;

/// <summary><c>a &gt; b</c>, element by element.</summary>
internal sealed class Greater : Comparing
{
    protected override string TorchMethod => "gt";

    protected override string TorchMirrored => "lt";
}
