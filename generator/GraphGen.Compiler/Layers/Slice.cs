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

            if (!application.Arguments.Has(item))
            {
                axes.Add(shape[axis]);
                continue;
            }

            if (Bounds(application.Arguments.Raw(item), shape[axis]) is not { } bounds)
            {
                (string taken, string attempt) = Describe(application.Arguments.Raw(item), shape[axis]);
                return application.RefuseArgument(
                    item, Rules.DoesNotFit, $"'{application.Name}' takes {taken} of axis {axis}", $"{application.DescribeInput(0)} has {shape[axis]} there", attempt);
            }

            if (!bounds.IsIndex) axes.Add(bounds.End - bounds.Start);
        }

        return application.Input with { Shape = new Shape(axes) };
    }

    public override FormattableString TorchForward(TorchCode code)
    {
        Shape shape = code.InputType.Shape;
        FormattableString result = $"{code.Input}";
        bool changed = false;

        // From the last axis on, so that a removed axis moves none that is still to come.
        for (int axis = shape.Rank - 1; axis >= 1; axis--)
        {
            if (!code.Arguments.Has(ItemName(axis)) || code.Arguments.Raw(ItemName(axis)) is RangeValue { Start: null, End: null }) continue;
            (long start, long end, bool isIndex) = Bounds(code.Arguments.Raw(ItemName(axis)), shape[axis])!.Value;
            if (changed) result = $"{code.Step("slice", result)}";
            result = isIndex ? (FormattableString)$"{result}.select({axis}, {start})" : $"{result}.narrow({axis}, {start}, {end - start})";
            changed = true;
        }

        return changed ? result : $"{code.Input}.alias()";
    }

    /// <summary>A slice that does not fit, and what would.</summary>
    private static (string Taken, string Attempt) Describe(Value item, Dim size) => item is RangeValue range
        ? ($"{Write(range.Start)}..{Write(range.End)}", $"a range within 0..{size} that is not empty")
        : ($"position {(item is IndexValue index ? Write(index) : $"{((IntegerValue)item).Number}")}", $"a position from 0 to {size - 1}, or from ^{size} to ^1");

    private static string Write(IndexValue? index) => index is null ? "" : $"{(index.FromEnd ? "^" : "")}{index.Number}";

    private static (long Start, long End, bool IsIndex)? Bounds(Value item, Dim axis)
    {
        if (axis.Value is not { } size) return null;
        (long start, long end, bool isIndex) = item switch
        {
            RangeValue range => (range.Start is null ? 0 : Position(range.Start, size), range.End is null ? size : Position(range.End, size), false),
            IndexValue index => (Position(index, size), Position(index, size) + 1, true),
            IntegerValue number => (number.Number, number.Number + 1, true),
            _ => (0, 0, false),
        };
        return start >= 0 && end <= size && start < end ? (start, end, isIndex) : null;
    }

    private static long Position(IndexValue index, long size) => index.FromEnd ? size - index.Number : index.Number;
}
