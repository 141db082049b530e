using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>A tensor of a model: an input, the result of one application of one layer, or, with neither, one of which nothing is known.</summary>
internal sealed class Node(string name, Layer? layer, IReadOnlyList<Node> inputs, Site site)
{
    public string Name { get; private set; } = name;

    /// <summary>The layer applied; null for an input.</summary>
    public Layer? Layer { get; } = layer;

    public IReadOnlyList<Node> Inputs { get; } = inputs;

    /// <summary>The application, or the field of an input.</summary>
    public Site Site { get; } = site;

    /// <summary>The calls of helpers that led to the application.</summary>
    public CallChain? Calls { get; set; }

    public bool IsInput { get; init; }

    /// <summary>Of a node that is a further result of another's layer, which of them it is, from 1; else 0.</summary>
    public int Part { get; init; }

    /// <summary>What a further result is called, as a summary shows it: <c>["code"]</c> or <c>Hidden</c>.</summary>
    public string PartName { get; init; } = "";

    /// <summary>Whether it stands for several results, each of which has a node of its own.</summary>
    public bool IsOfPartsOnly => Layer is { Kind.MakesPartsOnly: true };

    /// <summary>The node whose layer makes this one as a further result; null for all other nodes.</summary>
    public Node? Source => Part > 0 ? Inputs[0] : null;

    /// <summary>The types of the further results of the node's layer, such as the state of a recurrent one.</summary>
    public IReadOnlyList<TensorType> Parts { get; set; } = [];

    /// <summary>What its layer asks of dimensions, and the build leaves open.</summary>
    public List<Guard> Guards { get; } = [];

    /// <summary>Null where something wrong was reported before.</summary>
    public TensorType? Type { get; set; }

    /// <summary>The multiply-adds that it takes to make it for one example, of a node whose type is known; null where they are not known. A further result takes none.</summary>
    public Dim? MultiplyAdds => Layer is null || Source is not null ? Dim.Zero : Layer.MultiplyAdds([.. Inputs.Select(input => input.Type!)], Type!);

    /// <summary>Gives it the name of the field or variable that it was made for, where that is known only after it was made.</summary>
    public void Rename(string name) => Name = name;

    public override string ToString() => Type is null ? $"'{Name}'" : $"'{Name}' {Type}";
}
