using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Each channel with mean 0 and variance 1 over the batch: <c>N C ... -> N C ...</c>.</summary>
internal sealed class BatchNormalization : LayerKind
{
    private const int MostSpatialAxes = 3;

    public override bool ResultMayBeOverwritten => true;

    public override void Check(ArgumentCheck check)
    {
        double momentum = check.Arguments.Real("momentum");
        if (!(momentum is >= 0 and <= 1)) check.Refuse("momentum", Code.Write(momentum), "in [0, 1]");
        check.PositiveReal("epsilon");
    }

    public override TensorType? Infer(Application application) =>
        application.HasRank(2, 2 + MostSpatialAxes, "N C ...", "'Reshape(...)' before it") && application.HasRankOfModule() && application.HasModelType() ? application.Input : null;

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        Dim channels = inputs[0].Shape[1];
        if (layer.Arguments.Truth("affine"))
        {
            yield return new Weight("weight", channels);
            yield return new Weight("bias", channels);
        }

        yield return Weight.Buffer("running_mean", channels);
        yield return Weight.Buffer("running_var", channels);
        yield return Weight.Buffer("num_batches_tracked");
    }

    /// <summary>One for the scale of each element: in inference the statistics are known.</summary>
    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => result.Shape.ElementsOfSample;

    public override TorchModule TorchModule(Layer layer)
    {
        TensorType input = layer.BuiltFor![0];
        string name = $"BatchNorm{TorchAxes(input)}d";
        string momentum = Code.Write(layer.Arguments.Real("momentum"));
        string epsilon = Code.Write(layer.Arguments.Real("epsilon"));
        string affine = Code.Write(layer.Arguments.Truth("affine"));
        return new TorchModule(name, name, $"{Code.Write(input.Shape[1])}, eps: {epsilon}, momentum: {momentum}, affine: {affine}");
    }

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";

    /// <summary>TorchSharp has a module for each number of spatial axes, where none counts as one.</summary>
    private static int TorchAxes(TensorType input) => Math.Max(input.Shape.Rank - 2, 1);
}
