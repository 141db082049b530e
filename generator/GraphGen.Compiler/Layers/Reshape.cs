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

    public override void Check(ArgumentCheck check) => check.AllPositive("shape", "at least 1, or -1 for what the other sizes leave", IsOpen);

    public override TensorType? Infer(Application application)
    {
        IReadOnlyList<Dim> shape = application.Arguments.Dims("shape");
        Dim count = application.Input.Shape.ElementsOfSample;
        Dim given = shape.Where(dim => !IsOpen(dim)).Aggregate(Dim.One, (product, dim) => product * dim);
        int open = shape.Count(IsOpen);
        if (open > 1) return Refuse(application, "leaves at most one size open", $"{open} sizes are -1", "one -1, and a number for each other size");
        string task = open == 0 ? $"makes {given} elements of each example" : $"makes a multiple of {given} elements of each example";
        Condition condition = open == 0 ? Condition.Equal(given, count) : Condition.Divides(given, count);
        if (application.Holds(condition, $"'{application.Name}' ({Name}) {task} of {application.DescribeInput(0)}"))
            return application.Input with { Shape = new Shape(shape.Select(dim => IsOpen(dim) ? count / given : dim).Prepend(application.Input.Shape[0])) };
        string attempt = open == 0 ? $"sizes whose product is {count}" : $"sizes whose product divides {count}";
        return Refuse(application, task, $"{application.DescribeInput(0)} has {count}", attempt);
    }

    public override Sharing Sharing => Sharing.WhereInOrder;

    public override FormattableString TorchForward(TorchCode code) =>
        $"{code.Input}.reshape({string.Join(", ", code.Type.Shape.Axes.Skip(1).Select(Code.Write).Prepend("-1"))})";

    private static bool IsOpen(Dim dim) => dim.Value == Open;

    private TensorType? Refuse(Application application, string expected, string got, string attempt) =>
        application.RefuseArgument("shape", Rules.Reshape, $"'{application.Name}' ({Name}) {expected}", got, attempt);
}
