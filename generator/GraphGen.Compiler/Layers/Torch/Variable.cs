namespace GraphGen.Compiler.Layers.Torch;

/// <summary>A tensor variable of a generated <c>forward</c>.</summary>
internal sealed class Variable(string name)
{
    public override string ToString() => name;
}
