using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Graphs;

/// <summary>All that a model which nests another needs to know of it.</summary>
/// <param name="Inputs">Its inputs in the order of declaration.</param>
/// <param name="Outputs">Its outputs in the order of declaration.</param>
/// <param name="Symbols">Its parameters and dynamic dimensions, in the order of declaration.</param>
/// <param name="Guards">What it asks of them.</param>
/// <param name="ParameterCount">The number of its trained weights' elements; null where only the program can count them.</param>
/// <param name="BufferCount">The number of its buffers' elements; null in the same case.</param>
/// <param name="FrozenCount">The number of those of its weights' elements that <c>[Frozen]</c> keeps from being trained; null in the same case.</param>
/// <param name="MultiplyAdds">The multiply-adds for one example; null where they are not known.</param>
internal sealed record ModelSignature(
    EquatableArray<NamedTensor> Inputs,
    EquatableArray<NamedTensor> Outputs,
    EquatableArray<Parameter> Symbols,
    EquatableArray<Guard> Guards,
    Dim? ParameterCount,
    Dim? BufferCount,
    Dim? FrozenCount,
    Dim? MultiplyAdds)
{
    /// <summary>Its parameters, in the order of declaration.</summary>
    public IEnumerable<Parameter> Parameters => Symbols.Where(symbol => symbol.Symbol.Kind == SymbolKind.Parameter);

    /// <summary>Whether it has mistakes, so that nothing is known of its shapes.</summary>
    public bool IsBroken => Inputs.Concat(Outputs).Any(tensor => tensor.Type is null);

    /// <summary>Modules of TorchSharp take up to so many inputs; a model of more takes them as one record.</summary>
    public const int MostInputs = 6;

    /// <summary>The signature of a model that has no mistake; else what can be said of it without its types.</summary>
    public static ModelSignature Of(Graph graph)
    {
        Layer[] layers = [.. graph.LiveNodes.Select(node => node.Layer).OfType<Layer>().SelectMany(layer => layer.WithInner).Distinct()];
        return new ModelSignature(
            graph.Inputs.Select(input => new NamedTensor(input.Name, graph.IsSound ? input.Type : null)).ToEquatableArray(),
            graph.Outputs.Select(output => new NamedTensor(output.Name, graph.IsSound ? output.Node.Type : null)).ToEquatableArray(),
            graph.Symbols.ToEquatableArray(),
            graph.IsSound ? graph.Guards.ToEquatableArray() : EquatableArray<Guard>.Empty,
            Count(layers, layer => (layer.Weights ?? []).Where(weight => weight.IsTrained)),
            Count(layers, layer => (layer.Weights ?? []).Where(weight => !weight.IsTrained)),
            Count(layers, layer => layer.FrozenWeights),
            graph.IsSound ? graph.MultiplyAdds : null);
    }

    private static Dim? Count(IReadOnlyCollection<Layer> layers, Func<Layer, IEnumerable<Weight>> weights) =>
        layers.Any(layer => layer.Kind.CountsAtRunTime) ? null : Weight.Sum(layers.SelectMany(weights));
}

/// <summary>An input or output of a model.</summary>
/// <param name="Name">Its field's name.</param>
/// <param name="Type">Its type; null where the model has mistakes.</param>
internal sealed record NamedTensor(string Name, TensorType? Type);
