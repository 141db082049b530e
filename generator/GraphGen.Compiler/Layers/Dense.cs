using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>y = activation(x Wᵀ + b)</c> on the last axis: <c>N ... F -> N ... units</c>.</summary>
internal sealed class Dense : LayerKind
{
    public override bool ResultMayBeOverwritten => true;

    public override bool IsPointwise => true;

    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Dim("units").ToString()];

    public override void Check(ArgumentCheck check) => check.Positive("units");

    public override TensorType? Infer(Application application)
    {
        if (!application.HasRank(2, int.MaxValue, "N ... F", "'Input(1)' for a single number, or 'Reshape(...)' before it") || !application.HasModelType()) return null;
        Shape shape = application.Input.Shape;
        return application.Input with { Shape = shape.With(shape.Rank - 1, application.Arguments.Dim("units")) };
    }

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        Dim units = layer.Arguments.Dim("units");
        yield return new Weight("weight", units, InputFeatures(inputs[0]));
        if (layer.Arguments.Truth("bias")) yield return new Weight("bias", units);
    }

    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        result.Shape.ElementsOfSample * InputFeatures(inputs[0]);

    public override TorchModule TorchModule(Layer layer) => new(
        "Linear",
        "Linear",
        $"{Code.Write(InputFeatures(layer.BuiltFor![0]))}, {Code.Write(layer.Arguments.Dim("units"))}, hasBias: {Code.Write(layer.Arguments.Truth("bias"))}");

    public override FormattableString TorchForward(TorchCode code) =>
        code.Activate(code.InputType.Shape.Rank == 2 ? (FormattableString)$"{code.LinearCall}.Apply({code.Input})" : $"{code.Module}.call({code.Input})");

    private static Dim InputFeatures(TensorType input) => input.Shape[input.Shape.Rank - 1];
}
