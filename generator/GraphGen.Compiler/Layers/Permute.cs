using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The axes after the batch in another order: <c>Permute(2, 1)</c> is <c>N T F -> N F T</c>. A view.</summary>
internal sealed class Permute : LayerKind
{
    public override IEnumerable<string> MainArguments(Layer layer) => layer.Arguments.Integers("axes").Select(Code.Write);

    public override void Check(ArgumentCheck check)
    {
        IReadOnlyList<long> axes = check.Arguments.Integers("axes");
        if (axes.Distinct().Count() == axes.Count) return;
        check.Refuse("axes", string.Join(", ", axes), $"each axis once: {axes.GroupBy(axis => axis).First(group => group.Count() > 1).Key} is named twice");
    }

    public override TensorType? Infer(Application application)
    {
        Shape shape = application.Input.Shape;
        IReadOnlyList<long> axes = application.Arguments.Integers("axes");
        if (Fault(axes, shape.Rank - 1) is { } fault)
        {
            return application.RefuseArgument(
                "axes",
                Rules.Axis,
                $"'{application.Name}' ({Name}) names each axis after the batch once, counted from 1",
                $"for {application.DescribeInput(0)} {fault}",
                shape.Rank == 1
                    ? "'Permute()', or no layer: there is no axis to move"
                    : $"an order of {string.Join(", ", Enumerable.Range(1, shape.Rank - 1))}");
        }

        return application.Input with { Shape = new Shape(axes.Select(axis => shape[(int)axis]).Prepend(shape[0])) };
    }

    public override Sharing Sharing => Sharing.Strided;

    public override FormattableString TorchForward(TorchCode code) =>
        $"{code.Input}.permute({string.Join(", ", code.Arguments.Integers("axes").Prepend(0).Select(Code.Write))})";

    /// <summary>What keeps the axes from being an order of so many; null where nothing does.</summary>
    private static string? Fault(IReadOnlyList<long> axes, int count)
    {
        IEnumerable<long> all = Enumerable.Range(1, count).Select(axis => (long)axis);
        if (axes.Except(all).Any()) return $"there is no axis {axes.Except(all).First()}";
        return all.Except(axes).Any() ? $"axis {all.Except(axes).First()} is missing" : null;
    }
}
