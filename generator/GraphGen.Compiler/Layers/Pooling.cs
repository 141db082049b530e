using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>One number for each window of each channel: <c>N C ... -> N C ...</c>.</summary>
internal abstract class Pooling(int axes) : WindowLayer(axes, "pool")
{
    public sealed override bool ResultMayBeOverwritten => true;

    public sealed override bool MayOverwriteResult(Layer layer) => !Windows(layer).Any(HasOneTooMany);

    /// <summary>The TorchSharp module's name without its number of axes.</summary>
    protected abstract string TorchName { get; }

    /// <summary>The TorchSharp function's name without its number of axes.</summary>
    protected abstract string TorchFunction { get; }

    /// <summary>What TorchSharp's layer is told besides where padding was not asked for by number.</summary>
    protected virtual string TorchSame => "";

    public override IEnumerable<string> MainArguments(Layer layer) => [DescribeSizes(layer, SizeArgument)];

    public override void Check(ArgumentCheck check)
    {
        base.Check(check);
        if (!check.Passed) return;
        foreach (Window window in Windows(check.Layer))
        {
            if (window.Padding is not { } padding)
            {
                if (window.Kernel.Value is null || window.Stride.Value is null) check.Refuse("padding", "Padding.Same", "a number where the window or its stride is a parameter");
            }
            else if (!check.Holds(Condition.AtLeast(window.Kernel / 2, padding), $"{Name} takes padding of at most half the window: no window may lie in the padding alone"))
            {
                check.Refuse("padding", $"{padding}", $"at most half the window, {window.Kernel / 2}: no window may lie in the padding alone");
                return;
            }
        }
    }

    public override TensorType? Infer(Application application) =>
        HasSpatialRank(application) && TakesElements(application) && Slide(application) is { } shape ? application.Input with { Shape = shape } : null;

    /// <summary>Padding that depends on the input's size is for a function of each application, and no module's.</summary>
    public override TorchModule? TorchModule(Layer layer)
    {
        IReadOnlyList<Window> windows = Windows(layer);
        if (windows.Any(window => window.FixedPadding is null)) return null;
        Dim[] padding = [.. windows.Select(window => (Dim)window.FixedPadding!.Value)];
        string arguments = Code.Tuple([.. windows.Select(window => window.Kernel)]);
        if (windows.Any(window => window.Stride != window.Kernel)) arguments += $", stride: {Code.Tuple([.. windows.Select(window => window.Stride)])}";
        if (padding.Any(count => count.Value > 0)) arguments += $", padding: {Code.Tuple(padding)}{(IsSame(layer) ? TorchSame : "")}";
        string name = $"{TorchName}{SpatialAxes}d";
        return new TorchModule(name, name, arguments, takesDevice: false);
    }

    public override FormattableString TorchForward(TorchCode code) =>
        Windows(code.Layer).Any(window => window.FixedPadding is null) ? TorchSameForward(code) : $"{code.Module}.call({code.Input})";

    /// <summary>Refuses unless libtorch pools elements of the input's type.</summary>
    protected abstract bool TakesElements(Application application);

    protected sealed override IReadOnlyList<Window> Windows(Layer layer)
    {
        IReadOnlyList<Dim> pool = WindowOf(layer);
        IReadOnlyList<Dim> strides = SizesOf(layer, "strides", pool);
        IReadOnlyList<long?> padding = GivenPadding(layer);
        return [.. pool.Select((size, i) => new Window(size, strides[i], Dim.One, padding[i]))];
    }

    /// <summary>
    /// libtorch pads both ends alike, but in its ceiling mode has a last window that goes on behind the padding: with the lesser end's padding that is the last
    /// window of <c>Same</c>. With a stride of 1 there is no such window; there the greater end's padding makes one too many at the other end, which is left
    /// out.
    /// </summary>
    private FormattableString TorchSameForward(TorchCode code)
    {
        IReadOnlyList<Window> windows = Windows(code.Layer);
        Dim[] sizes = [.. code.InputType.Shape.Axes.Skip(FirstAxis)];
        Ends?[] ends = [.. windows.Select((window, i) => window.PaddingOf(sizes[i]))];
        bool[] hasOneTooMany = [.. windows.Select(HasOneTooMany)];
        string WritePadding(Window window, int i) => ends[i] is { } known
            ? Code.Write(hasOneTooMany[i] ? known.After : known.Before)
            : $"{SamePadding}.Before({Code.Write(sizes[i])}, {Code.Write(window.Extent)}, {Code.Write(window.Stride)})";
        string kernel = Sizes(windows.Select(window => Code.Write(window.Kernel)));
        string strides = Sizes(windows.Select(window => Code.Write(window.Stride)));
        string padding = Sizes(windows.Select(WritePadding));
        FormattableString result = $"{Code.Functional}.{TorchFunction}{SpatialAxes}d({code.Input}, {kernel}, {strides}, {padding}, ceil_mode: true{TorchSame})";
        foreach (int axis in Enumerable.Range(0, SpatialAxes).Where(axis => hasOneTooMany[axis]))
            result = $"{code.Step("pooled", result)}.narrow({FirstAxis + axis}, 1, {Code.Write(code.Type.Shape[FirstAxis + axis])})";
        return result;
    }

    private static bool HasOneTooMany(Window window) => window is { Padding: null, Stride.Value: 1, Kernel.Value: { } kernel } && kernel % 2 == 0;

    private string Sizes(IEnumerable<string> sizes) => SpatialAxes == 1 ? sizes.Single() : $"new long[] {{ {string.Join(", ", sizes)} }}";
}
