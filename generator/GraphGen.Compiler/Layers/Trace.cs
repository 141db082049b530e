using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Layers;

/// <summary>Where the inputs of a node come from: for each the last steps before it, with their shapes.</summary>
internal sealed record Trace(string Text, IReadOnlyList<Site> Sites)
{
    private const int MostSteps = 4;

    public static Trace To(Node node)
    {
        var chains = new List<string>();
        var sites = new List<Site>();
        foreach (Node input in node.Inputs.Distinct())
        {
            List<Node> chain = Chain(input);
            sites.AddRange(chain.Select(step => step.Site));
            if (chain.Count > 1) chains.Add(string.Join(" <- ", chain.Select(step => $"{step.Name} {step.Type?.ToString() ?? "(?)"}")));
        }

        return new Trace(chains.Count == 0 ? "" : $"Came from {string.Join("; ", chains)}. ", [.. sites.Distinct()]);
    }

    private static List<Node> Chain(Node node)
    {
        var chain = new List<Node>();
        for (Node? step = node; step is not null && chain.Count < MostSteps; step = step.Inputs.Count > 0 ? step.Inputs[0] : null) chain.Add(step);
        return chain;
    }
}
