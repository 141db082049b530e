using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Tensors one after another along an axis, the last one unless said: <c>N A ...</c> and <c>N B ...</c> give <c>N A+B ...</c> along 1.</summary>
internal sealed class Concatenate : LayerKind
{
    public override int FewestInputs => 2;

    public override int MostInputs => int.MaxValue;

    public override bool ResultMayBeOverwritten => true;

    public override IEnumerable<string> MainArguments(Layer layer) =>
        layer.Arguments.OptionalInteger("axis") is { } axis ? [$"axis: {Code.Write(axis)}"] : [];

    public override TensorType? Infer(Application application)
    {
        Shape first = application.Input.Shape;
        int unlike = Enumerable.Range(0, application.Inputs.Count).FirstOrDefault(i => application.Inputs[i].Shape.Rank != first.Rank);
        if (unlike > 0)
        {
            return application.Refuse(
                Rules.Rank,
                $"'{application.Name}' (Concatenate) joins inputs of as many axes each",
                $"{application.DescribeInput(0)} has {first.Rank}, and {application.DescribeInput(unlike)} {application.Inputs[unlike].Shape.Rank}",
                "'Flatten()' on those with more axes");
        }

        if (application.ResolveAxisAfterBatch("axis", otherwise: -1) is not { } joined) return null;
        for (int i = 1; i < application.Inputs.Count; i++)
        {
            Shape shape = application.Inputs[i].Shape;
            for (int axis = 1; axis < shape.Rank; axis++)
            {
                string inputs = $"{application.DescribeInput(0)} and {application.DescribeInput(i)} along axis {joined}";
                if (axis == joined || application.Holds(Condition.Equal(first[axis], shape[axis]), $"'{application.Name}' (Concatenate) joins {inputs}")) continue;
                return application.Refuse(
                    Rules.Disagreement,
                    $"'{application.Name}' (Concatenate) cannot join {inputs}",
                    $"axis {axis} is {first[axis]} and {shape[axis]}",
                    "'Flatten()' on both, or layers before them that make equal sizes");
            }
        }

        Dim size = application.Inputs.Select(input => input.Shape[joined]).Aggregate((sum, next) => sum + next);
        return new TensorType(first.With(joined, size), TypePromotion.Common(application.Inputs));
    }

    public override FormattableString TorchForward(TorchCode code) =>
        code.Promoted($"global::TorchSharp.torch.cat(new[] {{ {Code.List(code.Inputs)} }}, {Code.Write(code.Arguments.OptionalInteger("axis") ?? -1)})");
}
