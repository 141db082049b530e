using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Each channel of each example with mean 0 and variance 1: <c>N C ... -> N C ...</c> with one to three spatial axes.</summary>
internal sealed class InstanceNormalization : LayerKind
{
    private const int FirstAxis = 2;

    private const int MostSpatialAxes = 3;

    public override void Check(ArgumentCheck check) => check.PositiveReal("epsilon");

    public override TensorType? Infer(Application application)
    {
        if (!application.HasRank(FirstAxis + 1, FirstAxis + MostSpatialAxes, "N C L, N C H W or N C D H W", "'Reshape(...)' before it, or 'LayerNormalization()'")) return null;
        return (application.Arguments.Truth("affine") ? application.HasRankOfModule() && application.HasModelType() : application.Takes(ElementSet.Floating)) ? application.Input : null;
    }

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        if (!layer.Arguments.Truth("affine")) yield break;
        yield return new Weight("weight", inputs[0].Shape[1]);
        yield return new Weight("bias", inputs[0].Shape[1]);
    }

    /// <summary>One for the square of each element, and one for its scale.</summary>
    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => result.Shape.ElementsOfSample * 2;

    public override TorchModule? TorchModule(Layer layer)
    {
        if (!layer.Arguments.Truth("affine")) return null;
        Shape shape = layer.BuiltFor![0].Shape;
        string name = $"InstanceNorm{shape.Rank - FirstAxis}d";
        return new TorchModule(name, name, $"{Code.Write(shape[1])}, eps: {Epsilon(layer)}, affine: true");
    }

    public override FormattableString TorchForward(TorchCode code) => code.Arguments.Truth("affine")
        ? $"{code.Module}.call({code.Input})"
        : (FormattableString)$"{Code.Functional}.instance_norm({code.Input}, eps: {Epsilon(code.Layer)})";

    private static string Epsilon(Layer layer) => Code.Write(layer.Arguments.Real("epsilon"));
}
