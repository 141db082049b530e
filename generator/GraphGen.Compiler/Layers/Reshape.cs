using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The same elements in another shape: <c>N ... -> N shape</c>. A view where the memory's order allows.</summary>
internal sealed class Reshape : LayerKind
{
    /// <summary>The size that stands for what the others leave.</summary>
    private const long Open = -1;

    public override IEnumerable<string> MainArguments(Layer layer) => layer.Arguments.Dims("shape").Select(dim => dim.ToString());

    public override void Check(ArgumentCheck check)
    {
        if (check.Arguments.Dims("shape").FirstOrDefault(dim => dim.Value is < 1 and not Open) is { } wrong)
            check.Refuse("shape", wrong.ToString(), "at least 1, or -1 for what the other sizes leave");
    }

    public override TensorType? Infer(Application application)
    {
        IReadOnlyList<Dim> shape = application.Arguments.Dims("shape");
        Dim count = application.Input.Shape.ElementsOfSample;
        Dim given = shape.Where(dim => dim.Value != Open).Aggregate(Dim.One, (product, dim) => product * dim);
        int open = shape.Count(dim => dim.Value == Open);
        if (open > 1) return Refuse(application, "leaves at most one size open", $"{open} sizes are -1", "one -1, and a number for each other size");
        string got = $"{application.DescribeInput(0)} has {count}";
        if (open == 0 && (count - given).Value is not null and not 0)
            return Refuse(application, $"makes {given} elements of each example", got, $"sizes whose product is {count}");
        if (open == 1 && (count % given).Value is not null and not 0)
            return Refuse(application, $"makes a multiple of {given} elements of each example", got, $"sizes whose product divides {count}");
        return application.Input with { Shape = new Shape(shape.Select(dim => dim.Value == Open ? count / given : dim).Prepend(application.Input.Shape[0])) };
    }

    public override FormattableString TorchForward(TorchCode code) =>
        $"{code.Input}.reshape({string.Join(", ", code.Type.Shape.Axes.Skip(1).Select(Code.Write).Prepend("-1"))})";

    private TensorType? Refuse(Application application, string expected, string got, string attempt) =>
        application.RefuseArgument("shape", Rules.Reshape, $"'{application.Name}' ({Name}) {expected}", got, attempt);
}
