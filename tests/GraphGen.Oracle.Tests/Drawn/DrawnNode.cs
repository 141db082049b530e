using TorchSharp;

namespace GraphGen.Oracle.Tests;

/// <summary>A tensor of a model: an input, or what a layer makes of others.</summary>
internal sealed class DrawnNode
{
    private DrawnNode(string name, IReadOnlyList<DrawnNode> inputs) => (Name, Inputs) = (name, inputs);

    public string Name { get; }

    /// <summary>What it is made of, as the layer's documentation counts its inputs.</summary>
    public IReadOnlyList<DrawnNode> Inputs { get; }

    /// <summary>What makes it; null for an input of the model.</summary>
    public DrawnLayer? Layer { get; private init; }

    /// <summary>The shape of an input, without the batch.</summary>
    public IReadOnlyList<Quantity> Shape { get; private init; } = [];

    /// <summary>The element type of an input; null for the model's floating type.</summary>
    public torch.ScalarType? Element { get; private init; }

    /// <summary>Whether it is written within the expression of the one node that reads it, and has no field.</summary>
    public bool IsNested { get; set; }

    /// <summary>Whether its arguments and inputs may be illegal.</summary>
    public bool IsWild { get; private init; }

    public bool IsInput => Layer is null;

    public static DrawnNode Input(string name, torch.ScalarType? element, IReadOnlyList<Quantity> shape) => new(name, []) { Element = element, Shape = shape };

    public static DrawnNode Of(string name, DrawnLayer layer, IReadOnlyList<DrawnNode> inputs, bool isWild = false) => new(name, inputs) { Layer = layer, IsWild = isWild };
}
