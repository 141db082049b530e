using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Channels spread over space: <c>N ... C H W -> N ... C/r² r·H r·W</c>.</summary>
internal sealed class PixelShuffle : LayerKind
{
    public override IEnumerable<string> MainArguments(Layer layer) => [Code.Write(Factor(layer))];

    public override void Check(ArgumentCheck check) => check.AtLeast("factor", 1);

    public override TensorType? Infer(Application application)
    {
        if (!application.HasRank(4, int.MaxValue, "N ... C H W", "'Reshape(channels, height, width)' before it")) return null;
        Shape shape = application.Input.Shape;
        int channels = shape.Rank - 3;
        long factor = Factor(application.Layer);
        string expected = $"'{application.Name}' ({Name}) makes squares of {factor} by {factor} elements from {factor * factor} channels each";
        if (!application.Holds(Condition.Divides(factor * factor, shape[channels]), $"{expected}, of {application.DescribeInput(0)}"))
        {
            return application.RefuseArgument(
                "factor",
                Rules.NotDivisible,
                expected,
                $"{application.DescribeInput(0)} has {shape[channels]} channels",
                $"a factor whose square divides {shape[channels]}, or a convolution of {factor * factor} channels for each of the result before it");
        }

        return application.Input with
        {
            Shape = shape.With(channels, shape[channels] / (factor * factor)).With(channels + 1, shape[channels + 1] * factor).With(channels + 2, shape[channels + 2] * factor),
        };
    }

    public override FormattableString TorchForward(TorchCode code) => $"{Code.Functional}.pixel_shuffle({code.Input}, {Code.Write(Factor(code.Layer))})";

    private static long Factor(Layer layer) => layer.Arguments.Integer("factor");
}
