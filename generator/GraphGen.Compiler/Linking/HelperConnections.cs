using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>
/// Inputs that are handed to a helper which leaves them out, and outputs that a helper makes of nothing. The fields are connected all the same, so that only the nodes
/// tell.
/// </summary>
internal static class HelperConnections
{
    /// <param name="graph">The model.</param>
    /// <param name="holes">The fields in which a node or layer is missing.</param>
    /// <param name="problems">What was found before: where something is missing, what is not connected follows from it.</param>
    public static void Report(Graph graph, HashSet<string> holes, List<Problem> problems)
    {
        Declaration declaration = graph.Declaration;
        if (declaration.Helpers.Count == 0 || declaration.IsIncomplete || holes.Count > 0 || problems.Any(problem => !Rules.IsWarning(problem.Rule))) return;
        foreach (FieldDeclaration output in declaration.Fields.Where(field => field.Role == FieldRole.Output))
        {
            if (!graph.MadeOf(graph.Outputs.Where(item => item.Name == output.Name)).Any(node => node.IsInput))
                problems.Add(new Problem(Rules.DisconnectedOutput, output.Site, output.Name));
        }

        HashSet<Node> live = graph.MadeOf(graph.Outputs.Concat(graph.Taps));
        problems.AddRange(
            from input in graph.Inputs
            where !live.Contains(input)
            select new Problem(Rules.DisconnectedInput, input.Site, input.Name, "the helper that it is handed to leaves it out"));
    }
}
