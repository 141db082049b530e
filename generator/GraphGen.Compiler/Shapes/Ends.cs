namespace GraphGen.Compiler.Shapes;

/// <summary>Elements at the two ends of an axis.</summary>
internal readonly record struct Ends(long Before, long After)
{
    public long Sum => Before + After;

    public override string ToString() => Before == After ? $"{Before}" : $"({Before}, {After})";
}
