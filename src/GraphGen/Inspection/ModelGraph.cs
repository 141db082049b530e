namespace GraphGen.Inspection;

/// <summary>What a model is made of, as known at build time.</summary>
/// <param name="Name">The model's class.</param>
/// <param name="Nodes">Its tensors, each behind those that it reads.</param>
/// <param name="Layers">Its layers, in the order of their first application.</param>
/// <param name="Inputs">The names of its inputs, in the order of the arguments of <c>forward</c>.</param>
/// <param name="Outputs">The names of its outputs, in the order of the result.</param>
/// <param name="MultiplyAdds">The sum of those of its nodes, for one example; null where that of a node is not known.</param>
public sealed record ModelGraph(
    string Name,
    IReadOnlyList<ModelNode> Nodes,
    IReadOnlyList<ModelLayer> Layers,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<ModelOutput> Outputs,
    string? MultiplyAdds)
{
    /// <summary>The number of parameters of all layers, trained or frozen; a shared layer counts once.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    /// <summary>The number of parameters that are frozen.</summary>
    public long FrozenParameters => Layers.Sum(layer => layer.FrozenParameters);

    /// <summary>The number of parameters that are trained.</summary>
    public long TrainableParameters => Parameters - FrozenParameters;

    /// <summary>The number of numbers that are saved and not trained, such as running means.</summary>
    public long Buffers => Layers.Sum(layer => layer.Buffers);
}

/// <summary>An output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">The name of the node that it hands out.</param>
public sealed record ModelOutput(string Name, string Node);

/// <summary>A tensor of a model: an input, or the result of one application of one layer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Layer">The name of the layer that makes it; null for an input.</param>
/// <param name="Inputs">The names of the nodes that it is made from.</param>
/// <param name="Shape">Its axes, the batch first as <c>N</c>, dynamic ones by their names, and those that depend on parameters by their values.</param>
/// <param name="ElementType">Its element type, where it is not the floating type that the model was constructed with; else null.</param>
/// <param name="Part">Which of several results of a layer it is, as <c>["code"]</c> or <c>Hidden</c>; null for the only or first one.</param>
/// <param name="MultiplyAdds">
/// What it takes to make it for one example, as a number or an expression like <c>10 * T</c>: the products that are added to sums, of matrix products, convolutions,
/// attention and normalizations. Functions of single elements, additions, comparisons, look-ups and moves count as none. Null where it is not known, as of code of
/// the user's.
/// </param>
/// <param name="Memory">Whether it has memory of its own.</param>
/// <param name="IsTapped">Whether the model keeps it from one call to the next.</param>
public sealed record ModelNode(
    string Name,
    string? Layer,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Shape,
    DType? ElementType,
    string? Part = null,
    string? MultiplyAdds = "0",
    NodeMemory Memory = NodeMemory.Own,
    bool IsTapped = false);

/// <summary>A layer of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">Its place in the state dict.</param>
/// <param name="Kind">Its kind, as the declaration language names it.</param>
/// <param name="Description">The kind with its main arguments.</param>
/// <param name="Parameters">The number of its parameters, trained or frozen, those of an activation or a layer that it wraps included.</param>
/// <param name="Buffers">The number of its numbers that are saved and not trained.</param>
/// <param name="FrozenParameters">The number of its parameters that <c>[Frozen]</c> keeps from being trained.</param>
/// <param name="Inner">The places in the state dict of the layers in it that count with it, such as its activation; null for none.</param>
/// <param name="Graph">
/// What is in it: the graph of a nested model, in that model's own dimensions; of <c>Repeat</c> the copies one after another, as they were applied first, with places
/// in the state dict below that of the layer. Null for any other layer.
/// </param>
/// <param name="Repetitions">The number of copies that <c>Repeat</c> made; 1 for any other layer.</param>
public sealed record ModelLayer(
    string Name,
    string Key,
    string Kind,
    string Description,
    long Parameters,
    long Buffers,
    long FrozenParameters = 0,
    IReadOnlyList<string>? Inner = null,
    ModelGraph? Graph = null,
    int Repetitions = 1);
