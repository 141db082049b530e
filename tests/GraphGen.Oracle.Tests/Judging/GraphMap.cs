using GraphGen.Inspection;

namespace GraphGen.Oracle.Tests;

/// <summary>What the build says of the nodes of a model.</summary>
internal static class GraphMap
{
    /// <summary>Each node of the model with that of the graph: those that have no field are found from those that read them.</summary>
    public static Dictionary<DrawnNode, ModelNode> Nodes(DrawnModel model, ModelGraph graph)
    {
        Dictionary<string, ModelNode> byName = graph.Nodes.ToDictionary(node => node.Name);
        var found = new Dictionary<DrawnNode, ModelNode>();
        foreach (DrawnNode node in model.Nodes.Reverse())
        {
            if (!found.TryGetValue(node, out ModelNode? inferred)) found[node] = inferred = byName[node.Name];
            foreach ((DrawnNode input, string name) in node.Inputs.Zip(Maker(inferred, graph).Inputs).Where(pair => pair.First.IsNested)) found[input] = byName[name];
        }

        return found;
    }

    /// <summary>The node of a layer: one that leaves several results is a node of its own, of which the drawn one is a part.</summary>
    public static ModelNode Maker(ModelNode node, ModelGraph graph) =>
        node is { Layer: null, Inputs: [var whole] } ? graph.Nodes.Single(other => other.Name == whole) : node;
}
