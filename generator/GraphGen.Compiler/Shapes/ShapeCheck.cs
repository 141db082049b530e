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
        foreach (Node node in nodes)
        {
            if (node.Source is { } source)
            {
                node.Type = node.Part <= source.Parts.Count ? source.Parts[node.Part - 1] : null;
                continue;
            }

            TensorType[] inputs = [.. node.Inputs.Select(input => input.Type).OfType<TensorType>()];
            if (node.Layer is { } layer && inputs.Length == node.Inputs.Count) node.Type = new Application(node, layer, inputs, problems).Run();
            foreach (Guard guard in node.Guards.Where(guard => told.Add(guard.Condition)))
                problems.Add(new Problem(Rules.OpenQuestion, node.Site, guard.Reason, guard.Condition.ToString(), guard.IsOfParameters ? "the constructor" : "'forward'"));
        }
    }
}
