using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Vectors along an axis with length 1: divided by their Euclidean norm.</summary>
internal sealed class UnitNormalization : LayerKind
{
    public override bool ResultMayBeOverwritten => true;

    public override IEnumerable<string> MainArguments(Layer layer) =>
        layer.Arguments.Integer("axis") is not -1 and var axis ? [$"axis: {Code.Write(axis)}"] : [];

    public override TensorType? Infer(Application application) =>
        application.Takes(ElementSet.FloatingOrComplex) && application.ResolveAxisAfterBatch("axis") is not null ? application.Input : null;

    /// <summary>One for the square of each element, and one for its scale.</summary>
    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => result.Shape.ElementsOfSample * 2;

    public override FormattableString TorchForward(TorchCode code) =>
        $"{Code.Functional}.normalize({code.Input}, 2, {Code.Write(code.Arguments.Integer("axis"))})";
}
