namespace GraphGen.Inspection;

/// <summary>The bytes of the tensors that a call of a model makes.</summary>
/// <param name="Inputs">Those of its inputs, which are the caller's.</param>
/// <param name="Peak">Those that are alive at once in inference, at most: a tensor lives from where it is made to behind its last reader.</param>
/// <param name="Kept">All that are made in training, as if each were kept for the gradients.</param>
internal sealed record ActivationMemory(long Inputs, long Peak, long Kept)
{
    /// <summary>Those of a graph with known sizes; null where one is not known.</summary>
    /// <param name="sizes">The graph.</param>
    /// <param name="floatingBytes">The bytes of an element of the model's floating type.</param>
    public static ActivationMemory? Of(GraphSizes sizes, long floatingBytes)
    {
        ModelGraph graph = sizes.Graph;
        if (graph.Nodes.Any(node => sizes.ShapeOf(node) is null)) return null;
        Dictionary<string, int> lastUse = LastUses(sizes);
        ILookup<int, ModelNode> released = graph.Nodes.Where(node => node.Memory == NodeMemory.Own).ToLookup(node => lastUse[node.Name]);
        var calls = new HashSet<string>();
        (long live, long peak, long kept) = (0, 0, 0);
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            ModelNode node = graph.Nodes[i];
            long bytes = BytesOf(node, sizes, floatingBytes);
            if (sizes.LayerOf(node) is { Graph: not null })
            {
                // Several results of one model come from one call.
                if (calls.Add(node.Part is null ? node.Name : $"{node.Layer}({string.Join(", ", node.Inputs)})"))
                {
                    if (Of(sizes.Within(node), floatingBytes) is not { } inner) return null;
                    peak = Math.Max(peak, live + inner.Peak);
                    kept += inner.Kept;
                }
            }
            else if (node.Memory != NodeMemory.View)
            {
                kept += bytes;
            }

            if (node.Memory == NodeMemory.Own) live += bytes;
            peak = Math.Max(peak, live);
            live -= released[i].Sum(last => BytesOf(last, sizes, floatingBytes));
        }

        return new ActivationMemory(graph.Inputs.Sum(input => BytesOf(sizes.Nodes[input], sizes, floatingBytes)), peak, kept);
    }

    /// <summary>The bytes of all elements of a node.</summary>
    private static long BytesOf(ModelNode node, GraphSizes sizes, long floatingBytes) =>
        sizes.ShapeOf(node)!.Aggregate(ElementBytes.Of(node.ElementType, floatingBytes), (product, axis) => checked(product * axis));

    /// <summary>For each node that has memory of its own the last one that reads it, or a view of it; what is handed out is never released.</summary>
    private static Dictionary<string, int> LastUses(GraphSizes sizes)
    {
        IReadOnlyList<ModelNode> nodes = sizes.Graph.Nodes;
        var owners = new Dictionary<string, string>();
        var lastUse = new Dictionary<string, int>();
        for (int i = 0; i < nodes.Count; i++)
        {
            ModelNode node = nodes[i];
            owners[node.Name] = node.Memory == NodeMemory.Own || node.Inputs.Count == 0 ? node.Name : owners[node.Inputs[0]];
            foreach (string owner in node.Inputs.Select(input => owners[input]).Append(owners[node.Name])) lastUse[owner] = i;
        }

        foreach (string handedOut in sizes.Graph.Outputs.Select(output => output.Node).Concat(nodes.Where(node => node.IsTapped).Select(node => node.Name)))
            lastUse[owners[handedOut]] = int.MaxValue;
        return lastUse;
    }
}
