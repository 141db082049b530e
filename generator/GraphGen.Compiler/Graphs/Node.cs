using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>A tensor of a model: an input, the result of one application of one layer, or, with neither, one of which nothing is known.</summary>
internal sealed class Node(string name, Layer? layer, IReadOnlyList<Node> inputs, Site site)
{
    public string Name { get; } = name;

    /// <summary>The layer applied; null for an input.</summary>
    public Layer? Layer { get; } = layer;

    public IReadOnlyList<Node> Inputs { get; } = inputs;

    /// <summary>The application, or the field of an input.</summary>
    public Site Site { get; } = site;

    public bool IsInput { get; init; }

    /// <summary>Null where something wrong was reported before.</summary>
    public TensorType? Type { get; set; }

    public override string ToString() => Type is null ? $"'{Name}'" : $"'{Name}' {Type}";
}
