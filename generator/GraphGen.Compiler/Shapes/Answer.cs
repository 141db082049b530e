namespace GraphGen.Compiler.Shapes;

/// <summary>What the build knows of a question about dimensions.</summary>
internal enum Answer
{
    /// <summary>True for all values of the symbols.</summary>
    Proven,

    /// <summary>False for all values of the symbols.</summary>
    Refuted,

    /// <summary>Decided by the values that come.</summary>
    Open,
}
