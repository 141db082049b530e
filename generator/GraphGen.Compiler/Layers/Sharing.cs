namespace GraphGen.Compiler.Layers;

/// <summary>Whether what a layer makes lies in the memory of what it makes it of.</summary>
internal enum Sharing
{
    /// <summary>It has memory of its own.</summary>
    None,

    /// <summary>It is the same elements in the same order.</summary>
    Whole,

    /// <summary>In inference it is the same elements; in training it has memory of its own.</summary>
    WholeInInference,

    /// <summary>It is some of the elements, the same ones several times, or all in another order.</summary>
    Strided,

    /// <summary>It is the same elements where they lie in order; else a copy.</summary>
    WhereInOrder,
}
