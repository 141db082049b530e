using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Shapes;

/// <summary>Gives every node its type, by the rule of its layer's kind.</summary>
internal static class ShapeCheck
{
    /// <param name="nodes">The nodes, each behind those that it reads.</param>
    /// <param name="problems">Receives what does not fit.</param>
    public static void Report(IEnumerable<Node> nodes, List<Problem> problems)
    {
        var told = new HashSet<Condition>();
        var inHelpers = new HashSet<(string Rule, Site Site)>();
        foreach (Node node in nodes)
        {
            if (node.Source is { } source)
            {
                node.Type = node.Part <= source.Parts.Count ? source.Parts[node.Part - 1] : null;
                continue;
            }

            int before = problems.Count;
            TensorType[] inputs = [.. node.Inputs.Select(input => input.Type).OfType<TensorType>()];
            if (node.Layer is { } layer && inputs.Length == node.Inputs.Count) node.Type = new Application(node, layer, inputs, problems).Run();
            foreach (Guard guard in node.Guards.Where(guard => told.Add(guard.Condition)))
                problems.Add(new Problem(Rules.OpenQuestion, node.Site, guard.Reason, guard.Condition.ToString(), guard.IsOfParameters ? "the constructor" : "'forward'"));
            TellCalls(node, problems, before, inHelpers);
        }
    }

    /// <summary>Gives the problems of a node the calls that led to it; what is wrong in a helper is told once, however often it is called.</summary>
    private static void TellCalls(Node node, List<Problem> problems, int first, HashSet<(string Rule, Site Site)> told)
    {
        for (int i = problems.Count - 1; i >= first; i--)
        {
            Problem problem = problems[i];
            CallChain? calls = problem.Site == node.Site ? node.Calls : node.Layer?.Calls;
            if (calls is null) continue;
            if (told.Add((problem.Rule, problem.Site))) problems[i] = problem.WithRelated(CallChain.SitesOf(calls).Concat(problem.Related));
            else problems.RemoveAt(i);
        }
    }
}
