namespace GraphGen.Compiler.Layers;

/// <summary><c>a &gt;= b</c>, element by element.</summary>
internal sealed class GreaterEqual : Comparing
{
    protected override string TorchMethod => "ge";

    protected override string TorchMirrored => "le";
}
