namespace GraphGen.Compiler.Layers.Torch;

/// <summary>Writes the statements before the last one of a node's layer.</summary>
internal interface IStepWriter
{
    /// <summary>Puts an expression into variables, which are released after their last use: a tuple, where there are several.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="suffixes">What each variable is called behind the node's name.</param>
    IReadOnlyList<Variable> Add(FormattableString expression, params string[] suffixes);

    /// <summary>Puts a tuple into a variable and those of the node's further results.</summary>
    /// <returns>The variable of the tuple's first item.</returns>
    Variable AddWithParts(FormattableString expression, string suffix);
}
