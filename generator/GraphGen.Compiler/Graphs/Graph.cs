using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>A linked model, with all that was found wrong with it.</summary>
/// <param name="Declaration">What it was linked from.</param>
/// <param name="Inputs">Its inputs in the order of declaration.</param>
/// <param name="Outputs">Its outputs in the order of declaration.</param>
/// <param name="Nodes">All nodes, each behind those that it reads.</param>
/// <param name="Symbols">Its dimensions that are not numbers, in the order of declaration.</param>
/// <param name="Problems">In the order in which they were found.</param>
internal sealed record Graph(
    Declaration Declaration,
    IReadOnlyList<Node> Inputs,
    IReadOnlyList<GraphOutput> Outputs,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<Parameter> Symbols,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>The arguments of its constructor: those that must be given come first, as C# wants them.</summary>
    public IReadOnlyList<Parameter> Parameters =>
        [.. Symbols.Where(symbol => symbol.Symbol.Kind == SymbolKind.Parameter).OrderBy(parameter => parameter.Default is null ? 0 : 1)];

    /// <summary>The nodes that are readable beside the outputs, in the order of declaration.</summary>
    public IReadOnlyList<GraphOutput> Taps { get; init; } = [];

    /// <summary>The model with its tapped nodes for outputs.</summary>
    public Graph OfFeatures => this with { Outputs = Taps, Taps = [] };

    /// <summary>The inputs, and the nodes that reach an output or a tap: what reaches none is warned of, and is no part of the module.</summary>
    public IReadOnlyList<Node> LiveNodes
    {
        get
        {
            HashSet<Node> live = MadeOf(Outputs.Concat(Taps));
            return [.. Inputs, .. Nodes.Where(node => !node.IsInput && live.Contains(node))];
        }
    }

    /// <summary>The multiply-adds for one example, of a sound graph; null where those of a node are not known.</summary>
    public Dim? MultiplyAdds
    {
        get
        {
            try
            {
                return LiveNodes.Select(node => node.MultiplyAdds).Aggregate((Dim?)Dim.Zero, (sum, next) => sum is not null && next is not null ? sum + next : null);
            }
            catch (OverflowException)
            {
                return null;
            }
        }
    }

    /// <summary>What the build leaves open of dimensions, each question once.</summary>
    public IReadOnlyList<Guard> Guards => [.. LiveNodes.SelectMany(node => node.Guards).GroupBy(guard => guard.Condition).Select(same => same.First())];

    /// <summary>The nodes that some outputs hand out, and all that these are made of.</summary>
    public HashSet<Node> MadeOf(IEnumerable<GraphOutput> outputs)
    {
        var found = new HashSet<Node>(outputs.Select(output => output.Node));
        foreach (Node node in Nodes.Reverse().Where(found.Contains)) found.UnionWith(node.Inputs);
        return found;
    }

    /// <summary>Whether a module can be generated that does what was declared.</summary>
    public bool IsSound =>
        Problems.All(problem => Rules.IsWarning(problem.Rule)) &&
        Inputs.Count > 0 && Inputs.All(input => input.Type is not null) &&
        Outputs.Count > 0 && Outputs.Concat(Taps).All(output => output.Node.Type is not null);
}

/// <summary>An output of a model, or a node that it makes readable: its field's name, and the node that it hands out.</summary>
internal sealed record GraphOutput(string Name, Node Node);
