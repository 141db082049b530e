using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A normalization of each example over its last axes: <c>N ... F -> N ... F</c>.</summary>
internal abstract class LastAxesNormalization : LayerKind
{
    public override bool ResultMayBeOverwritten => true;

    public sealed override IEnumerable<string> MainArguments(Layer layer) =>
        layer.Arguments.Integer("axes") is not 1 and var axes ? [$"axes: {Code.Write(axes)}"] : [];

    public sealed override void Check(ArgumentCheck check)
    {
        check.AtLeast("axes", 1);
        check.PositiveReal("epsilon");
    }

    public sealed override TensorType? Infer(Application application)
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

    /// <summary>One for the square of each element, and one for its scale.</summary>
    public sealed override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => result.Shape.ElementsOfSample * 2;

    /// <summary>The sizes of the axes that are normalized together.</summary>
    protected static IEnumerable<Dim> Normalized(Layer layer, TensorType input) => input.Shape.Axes.Skip(input.Shape.Rank - (int)layer.Arguments.Integer("axes"));

    protected static string Epsilon(Layer layer) => Code.Write(layer.Arguments.Real("epsilon"));
}
