namespace GraphGen.Compiler.Layers;

/// <summary><c>a &lt;= b</c>, element by element.</summary>
internal sealed class LessEqual : Comparing
{
    protected override string TorchMethod => "le";

    protected override string TorchMirrored => "ge";
}
