using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x[.., 1..3, ^1]</c>: a range keeps its axis, an index removes it. A view.</summary>
internal sealed class Slice : LayerKind
{
    /// <summary>The name under which the item of an axis stands among the arguments.</summary>
    public static string ItemName(int axis) => $"axis {axis}";

    public override TensorType? Infer(Application application)
    {
        Shape shape = application.Input.Shape;
        var axes = new List<Dim> { shape[0] };
        for (int axis = 1; axis < shape.Rank || application.Arguments.Has(ItemName(axis)); axis++)
        {
            string item = ItemName(axis);
            if (axis >= shape.Rank)
            {
                return application.RefuseArgument(
                    item, Rules.Axis, $"'{application.Name}' slices axis {axis}", $"{application.DescribeInput(0)} has {shape.Rank} axes", $"at most {shape.Rank} items, the batch counted");
            }

            if (IsWhole(application.Arguments, axis))
            {
                axes.Add(shape[axis]);
                continue;
            }

            Value taken = application.Arguments.Raw(item);
            (Dim start, Dim end, bool isIndex) = Bounds(taken, shape[axis]);
            string task = $"'{application.Name}' takes {Describe(taken)} of axis {axis}";
            string reason = $"{task} of {application.DescribeInput(0)}";
            bool fits = application.Holds(Condition.AtLeast(start, 0), reason) && application.Holds(Condition.AtLeast(shape[axis], end), reason) &&
                (isIndex || application.Holds(Condition.AtLeast(end, start + 1), reason));
            if (!fits)
            {
                string attempt = isIndex ? $"a position from 0 to {shape[axis] - 1}, or from ^{shape[axis]} to ^1" : $"a range within 0..{shape[axis]} that is not empty";
                return application.RefuseArgument(item, Rules.DoesNotFit, task, $"{application.DescribeInput(0)} has {shape[axis]} there", attempt);
            }

            if (!isIndex) axes.Add(end - start);
        }

        return application.Input with { Shape = new Shape(axes) };
    }

    public override Sharing Sharing => Sharing.Strided;

    public override FormattableString TorchForward(TorchCode code)
    {
        Shape shape = code.InputType.Shape;
        FormattableString result = $"{code.Input}";
        bool changed = false;

        // From the last axis on, so that a removed axis moves none that is still to come.
        for (int axis = shape.Rank - 1; axis >= 1; axis--)
        {
            if (IsWhole(code.Arguments, axis)) continue;
            Value taken = code.Arguments.Raw(ItemName(axis));
            (Dim start, Dim end, bool isIndex) = Bounds(taken, shape[axis]);
            if (changed) result = $"{code.Step("slice", result)}";
            string first = FromEnd(taken) is { } back && shape[axis].Value is null ? Code.Write(-back) : Code.Write(start);
            result = isIndex ? (FormattableString)$"{result}.select({axis}, {first})" : $"{result}.narrow({axis}, {first}, {Code.Write(end - start)})";
            changed = true;
        }

        return changed ? result : $"{code.Input}.alias()";
    }

    private static bool IsWhole(LayerArguments arguments, int axis) => !arguments.Has(ItemName(axis)) || arguments.Raw(ItemName(axis)) is RangeValue { Start: null, End: null };

    private static string Describe(Value item) => item switch
    {
        RangeValue range => $"{Write(range.Start)}..{Write(range.End)}",
        IndexValue index => $"position {Write(index)}",
        _ => $"position {((IntegerValue)item).Number}",
    };

    private static string Write(IndexValue? index) => index is null ? "" : $"{(index.FromEnd ? "^" : "")}{index.Number}";

    /// <summary>The first position that is taken, and the one behind the last.</summary>
    private static (Dim Start, Dim End, bool IsIndex) Bounds(Value item, Dim size) => item switch
    {
        RangeValue range => (range.Start is null ? 0 : Position(range.Start, size), range.End is null ? size : Position(range.End, size), false),
        IndexValue index => (Position(index, size), Position(index, size) + 1, true),
        _ => (((IntegerValue)item).Number, (Dim)((IntegerValue)item).Number + 1, true),
    };

    private static Dim Position(IndexValue index, Dim size) => index.FromEnd ? size - index.Number : index.Number;

    /// <summary>How far from the end the first position is, where it is counted so: libtorch counts so too, and then no size has to be known.</summary>
    private static long? FromEnd(Value item) => item switch
    {
        IndexValue { FromEnd: true } index => index.Number,
        RangeValue { Start: { FromEnd: true } start } => start.Number,
        _ => null,
    };
}
