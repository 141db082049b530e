namespace GraphGen;

/// <summary>How the results of two directions become one.</summary>
public enum Merge
{
    /// <summary>One behind the other along the features, first what was read forward.</summary>
    Concat,

    /// <summary>Their sum, element by element.</summary>
    Sum,

    /// <summary>Their product, element by element.</summary>
    Multiply,

    /// <summary>Their mean, element by element.</summary>
    Average,
}
