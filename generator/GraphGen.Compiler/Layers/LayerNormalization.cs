using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Each example with mean 0 and variance 1 over its last axes: <c>N ... F -> N ... F</c>.</summary>
internal sealed class LayerNormalization : LayerKind
{
    public override bool ResultMayBeOverwritten => true;

    public override IEnumerable<string> MainArguments(Layer layer) =>
        layer.Arguments.Integer("axes") is not 1 and var axes ? [$"axes: {Code.Write(axes)}"] : [];

    public override void Check(ArgumentCheck check)
    {
        check.AtLeast("axes", 1);
        check.PositiveReal("epsilon");
    }

    public override TensorType? Infer(Application application)
    {
        if (!application.HasRank(2, int.MaxValue, "N ... F", "'Reshape(...)' before it")) return null;
        if (!(application.Arguments.Truth("affine") ? application.HasModelType() : application.Takes(ElementSet.Floating))) return null;
        long axes = application.Arguments.Integer("axes");
        int available = application.Input.Shape.Rank - 1;
        if (axes <= available) return application.Input;
        return application.RefuseArgument(
            "axes",
            Rules.Axis,
            $"'{application.Name}' ({Name}) normalizes the last {axes} axes of an example",
            $"{application.DescribeInput(0)} has {available} after the batch",
            $"at most {available}");
    }

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        if (!layer.Arguments.Truth("affine")) yield break;
        Dim[] normalized = [.. Normalized(layer, inputs[0])];
        yield return new Weight("weight", normalized);
        yield return new Weight("bias", normalized);
    }

    public override TorchModule TorchModule(Layer layer)
    {
        string shape = Code.Array(Normalized(layer, layer.BuiltFor![0]));
        string epsilon = Code.Write(layer.Arguments.Real("epsilon"));
        string affine = Code.Write(layer.Arguments.Truth("affine"));
        return new TorchModule("LayerNorm", "LayerNorm", $"{shape}, eps: {epsilon}, elementwise_affine: {affine}");
    }

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";

    private static IEnumerable<Dim> Normalized(Layer layer, TensorType input) => input.Shape.Axes.Skip(input.Shape.Rank - (int)layer.Arguments.Integer("axes"));
}
