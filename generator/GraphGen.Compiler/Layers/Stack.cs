using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Tensors of one shape side by side along a new axis: along 1, two of <c>N ...</c> give <c>N 2 ...</c>.</summary>
internal sealed class Stack : LayerKind
{
    public override int FewestInputs => 2;

    public override int MostInputs => int.MaxValue;

    public override bool ResultMayBeOverwritten => true;

    public override IEnumerable<string> MainArguments(Layer layer) => [$"axis: {Code.Write(layer.Arguments.Integer("axis"))}"];

    public override TensorType? Infer(Application application)
    {
        Shape first = application.Input.Shape;
        for (int i = 1; i < application.Inputs.Count; i++)
        {
            if (Disagreement(application, i) is not { } disagreement) continue;
            return application.Refuse(
                Rules.Disagreement,
                $"'{application.Name}' (Stack) cannot stack {application.DescribeInput(0)} and {application.DescribeInput(i)}",
                disagreement,
                "'Concatenate', or layers before them that make equal sizes");
        }

        return application.ResolveNewAxis("axis") is { } axis
            ? new TensorType(first.Insert(axis, application.Inputs.Count), TypePromotion.Common(application.Inputs))
            : null;
    }

    public override FormattableString TorchForward(TorchCode code) =>
        code.Promoted($"global::TorchSharp.torch.stack(new[] {{ {Code.List(code.Inputs)} }}, {Code.Write(code.Arguments.Integer("axis"))})");

    private static string? Disagreement(Application application, int input)
    {
        (Shape first, Shape other) = (application.Input.Shape, application.Inputs[input].Shape);
        if (first.Rank != other.Rank) return $"they have {first.Rank} and {other.Rank} axes";
        for (int axis = 1; axis < first.Rank; axis++)
        {
            string reason = $"'{application.Name}' (Stack) stacks {application.DescribeInput(0)} and {application.DescribeInput(input)}";
            if (!application.Holds(Condition.Equal(first[axis], other[axis]), reason)) return $"axis {axis} is {first[axis]} and {other[axis]}";
        }

        return null;
    }
}
