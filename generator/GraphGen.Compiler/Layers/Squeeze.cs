using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>One axis less, which has size 1: along 1, <c>N 1 ... -> N ...</c>. A view.</summary>
internal sealed class Squeeze : LayerKind
{
    public override IEnumerable<string> MainArguments(Layer layer) => [Code.Write(layer.Arguments.Integer("axis"))];

    public override TensorType? Infer(Application application)
    {
        if (application.ResolveAxisAfterBatch("axis") is not { } axis) return null;
        Shape shape = application.Input.Shape;
        string task = $"'{application.Name}' (Squeeze) removes axis {axis}, of size 1";
        if (application.Holds(Condition.Equal(shape[axis], 1), $"{task}, of {application.DescribeInput(0)}")) return application.Input with { Shape = shape.Without(axis) };
        int[] others = [.. Enumerable.Range(1, shape.Rank - 1).Where(other => shape[other].Value == 1)];
        return application.RefuseArgument(
            "axis",
            Rules.Reshape,
            task,
            $"in {application.DescribeInput(0)} it is {shape[axis]}",
            others.Length > 0 ? $"axis {string.Join(" or ", others)}" : "'Reshape(...)', a reduction such as 'Mean', or a slice");
    }

    public override Sharing Sharing => Sharing.Whole;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.squeeze({Code.Write(code.Arguments.Integer("axis"))})";
}
