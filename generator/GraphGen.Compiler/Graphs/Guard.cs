using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>A condition that the build leaves open: checked before any layer runs, once its symbols are known.</summary>
/// <param name="Condition">What must hold.</param>
/// <param name="Reason">Which layer asks for it, and of what.</param>
internal sealed record Guard(Condition Condition, string Reason)
{
    /// <summary>Whether the constructor can check it.</summary>
    public bool IsOfParameters => Condition.Symbols.All(symbol => symbol.Kind == SymbolKind.Parameter);
}
