using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A layer that looks at one window of its input after another: a convolution or a pooling.</summary>
/// <param name="axes">The number of spatial axes.</param>
/// <param name="size">The argument that gives the window's size.</param>
internal abstract class WindowLayer(int axes, string size) : SpatialLayer(axes)
{
    /// <summary>What computes the padding of <c>Same</c> from a size that the build does not know.</summary>
    protected const string SamePadding = "global::GraphGen.Runtime.SamePadding";

    /// <summary>The argument that gives the window's size.</summary>
    protected string SizeArgument { get; } = size;

    public override void Check(ArgumentCheck check)
    {
        check.SizesOrParameters(SizeArgument, SpatialAxes, least: 1);
        check.SizesOrParameters("strides", SpatialAxes, least: 1);
        check.Sizes("padding", SpatialAxes, least: 0);
    }

    /// <summary>The window along each spatial axis.</summary>
    protected abstract IReadOnlyList<Window> Windows(Layer layer);

    /// <summary>The sizes of an argument by axis, each a number or a parameter; those given where it is left out.</summary>
    protected IReadOnlyList<Dim> SizesOf(Layer layer, string argument, IReadOnlyList<Dim> otherwise) => layer.Arguments.SizesOrParameters(argument, SpatialAxes) ?? otherwise;

    /// <summary>The kernel or window by axis.</summary>
    protected IReadOnlyList<Dim> WindowOf(Layer layer) => layer.Arguments.SizesOrParameters(SizeArgument, SpatialAxes) ?? throw new UnsuitableArgumentException(SizeArgument);

    /// <summary>The number of elements of one channel that the window looks at.</summary>
    protected Dim ElementsOfWindow(Layer layer) => Windows(layer).Aggregate(Dim.One, (product, window) => product * window.Kernel);

    /// <summary>Whether as much padding was asked for as the strides alone make smaller.</summary>
    protected static bool IsSame(Layer layer) => layer.Arguments.Named("padding") == "Same";

    /// <summary>The padding given for each axis, none where it is left out; null where it depends on the input.</summary>
    protected IReadOnlyList<long?> GivenPadding(Layer layer) => IsSame(layer)
        ? [.. Enumerable.Repeat<long?>(null, SpatialAxes)]
        : [.. (layer.Arguments.Sizes("padding", SpatialAxes) ?? [.. Enumerable.Repeat(0L, SpatialAxes)]).Select(padding => (long?)padding)];

    /// <summary>The shape with the number of the window's positions along each spatial axis; null once refused.</summary>
    protected Shape? Slide(Application application)
    {
        Shape shape = application.Input.Shape;
        IReadOnlyList<Window> windows = Windows(application.Layer);
        for (int i = 0; i < windows.Count; i++)
        {
            int axis = FirstAxis + i;
            Dim size = shape[axis];
            string expected = $"'{application.Name}' ({Name}) looks at {windows[i].Extent} elements at once along axis {axis}";
            string reason = $"{expected} of {application.DescribeInput(0)}";
            if (PaddingThatCounts(windows[i]) is { } padding && !application.Holds(Condition.AtLeast(size, windows[i].Extent - (2 * padding)), reason))
                return RefuseSize(application, axis, windows[i], expected, padding);
            shape = shape.With(axis, windows[i].Positions(size));
        }

        return shape;
    }

    /// <summary>The padding at each end with which an axis must be as large as the window; null where it may be of any size.</summary>
    protected virtual long? PaddingThatCounts(Window window) => window.Padding;

    private Shape? RefuseSize(Application application, int axis, Window window, string expected, long padding)
    {
        Dim size = application.Input.Shape[axis];
        Dim room = size + (2 * padding);
        string padded = padding == 0 ? "" : $", {room} with its padding";
        string smaller = room.Value is { } number && window.Dilation.Value is { } dilation ? $"at most {((number - 1) / dilation) + 1} for that axis" : "a smaller one for that axis";
        string same = PaddingThatCounts(window with { Padding = null }) is null ? ", or 'padding: Padding.Same'" : "";
        application.RefuseArgument(SizeArgument, Rules.DoesNotFit, expected, $"{application.DescribeInput(0)} has {size} there{padded}", smaller + same);
        return null;
    }
}
