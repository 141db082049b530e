using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Each result channel a sum over a window of all channels, or of some of them: <c>N C ... -> N C' ...</c>.</summary>
internal abstract class Convolution(int axes) : WindowLayer(axes, "kernel")
{
    public sealed override bool ResultMayBeOverwritten => true;

    public override void Check(ArgumentCheck check)
    {
        base.Check(check);
        check.SizesOrParameters("dilation", SpatialAxes, least: 1);
    }

    public override FormattableString TorchForward(TorchCode code) => code.Activate($"{code.Module}.call({Padded(code)})");

    protected sealed override IReadOnlyList<Window> Windows(Layer layer)
    {
        IReadOnlyList<Dim> ones = [.. Enumerable.Repeat(Dim.One, SpatialAxes)];
        IReadOnlyList<Dim> strides = SizesOf(layer, "strides", ones);
        IReadOnlyList<Dim> dilation = SizesOf(layer, "dilation", ones);
        IReadOnlyList<long?> padding = GivenPadding(layer);
        return [.. WindowOf(layer).Select((size, i) => new Window(size, strides[i], dilation[i], padding[i]))];
    }

    /// <summary>The type of the result with so many channels; null once refused.</summary>
    protected TensorType? Convolve(Application application, Dim channels) =>
        Slide(application) is { } shape ? application.Input with { Shape = shape.With(1, channels) } : null;

    /// <summary>The shape of the weight of so many filters that look at so many channels each.</summary>
    protected Weight Kernel(string name, Layer layer, Dim filters, Dim channels) =>
        new(name, [filters, channels, .. Windows(layer).Select(window => window.Kernel)]);

    /// <summary>The module that slides over the input.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="filters">The channels of the result.</param>
    /// <param name="groups">Into which channels and filters are divided.</param>
    /// <param name="bias">Whether it adds a number to each channel.</param>
    protected TorchModule SlidingModule(Layer layer, Dim filters, Dim groups, bool bias)
    {
        IReadOnlyList<Window> windows = Windows(layer);
        List<string> arguments = [Code.Write(layer.BuiltFor![0].Shape[1]), Code.Write(filters), Code.Tuple([.. windows.Select(window => window.Kernel)])];
        arguments.AddRange(SizeUnlessDefault("stride", windows.Select(window => window.Stride), 1));
        arguments.AddRange(SizeUnlessDefault("padding", windows.Select(window => (Dim)(window.FixedPadding ?? 0)), 0));
        arguments.AddRange(SizeUnlessDefault("dilation", windows.Select(window => window.Dilation), 1));
        if (groups.Value != 1) arguments.Add($"groups: {Code.Write(groups)}");
        if (!bias) arguments.Add("bias: false");
        string name = $"Conv{SpatialAxes}d";
        return new TorchModule(name, name, string.Join(", ", arguments));
    }

    /// <summary>The input with the padding that the module cannot add: it depends on the input's size, or differs from one end to the other.</summary>
    private Variable Padded(TorchCode code)
    {
        Window[] windows = [.. Windows(code.Layer).Select(window => window.FixedPadding is null ? window : new Window(1, 1, 1, 0))];
        Ends?[] padding = [.. windows.Select((window, i) => window.PaddingOf(code.InputType.Shape[FirstAxis + i]))];
        if (padding.All(ends => ends == default(Ends))) return code.Input;
        if (padding.Contains(null))
        {
            string extents = Code.Array(windows.Select(window => window.Extent));
            return code.Step("padded", $"{SamePadding}.Pad({code.Input}, {extents}, {Code.Array(windows.Select(window => window.Stride))})");
        }

        string counts = Code.Array(Enumerable.Reverse(padding).SelectMany(ends => new[] { ends!.Value.Before, ends.Value.After }));
        return code.Step("padded", $"{Code.Functional}.pad({code.Input}, {counts})");
    }
}
