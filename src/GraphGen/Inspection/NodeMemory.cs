namespace GraphGen.Inspection;

/// <summary>Where the elements of a tensor lie.</summary>
public enum NodeMemory
{
    /// <summary>In memory of its own, which <c>forward</c> takes and gives back.</summary>
    Own,

    /// <summary>In that of the first node that it is made from; where there is none, in that of the caller's argument or of a weight.</summary>
    View,

    /// <summary>In inference in that of the first node that it is made from, in training in memory of its own.</summary>
    ViewInInference,
}
