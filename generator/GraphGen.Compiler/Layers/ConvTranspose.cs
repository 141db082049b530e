using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>
/// Each element spread over a window of all result channels, or of those of its group, as the gradient of a convolution is:
/// <c>N C ... -> N filters ...</c>.
/// </summary>
internal abstract class ConvTranspose(int axes) : WindowLayer(axes, "kernel")
{
    public sealed override bool ResultMayBeOverwritten => true;

    public sealed override bool MayOverwriteResult(Layer layer) => !Spreads(layer).Any(spread => spread.HasOneTooMany);

    public sealed override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Dim("filters").ToString(), DescribeSizes(layer, SizeArgument)];

    public sealed override void Check(ArgumentCheck check)
    {
        check.Positive("filters");
        check.Sizes(SizeArgument, SpatialAxes, least: 1);
        check.Sizes("strides", SpatialAxes, least: 1);
        check.Sizes("padding", SpatialAxes, least: 0);
        check.Sizes("outputPadding", SpatialAxes, least: 0);
        check.Sizes("dilation", SpatialAxes, least: 1);
        check.AtLeast("groups", 1);
        if (!check.Passed) return;
        if (IsSame(check.Layer) && check.Arguments.Has("outputPadding"))
            check.Refuse("outputPadding", "given", "left out where 'padding' is Padding.Same, which makes L elements into L times the stride");
        foreach (Spread wrong in Spreads(check.Layer).Where(spread => spread.OutputPadding >= Math.Max(spread.Stride, spread.Dilation)).Take(1))
            check.Refuse("outputPadding", $"{wrong.OutputPadding}", "below the stride or the dilation of its axis");
    }

    public sealed override TensorType? Infer(Application application)
    {
        if (!HasSpatialRank(application) || !application.HasModelType() || !HasGroups(application)) return null;
        Shape shape = application.Input.Shape.With(1, application.Arguments.Dim("filters"));
        IReadOnlyList<Spread> spreads = Spreads(application.Layer);
        for (int i = 0; i < spreads.Count; i++)
        {
            int axis = FirstAxis + i;
            Dim size = spreads[i].Size(shape[axis]);
            long removed = 2 * spreads[i].Window.Padding ?? 0;
            string expected = $"'{application.Name}' ({Name}) takes {spreads[i].Window.Padding} elements away at each end of axis {axis} of its result";
            if (!application.Holds(Condition.AtLeast(size + removed, removed + 1), $"{expected}, made of {application.DescribeInput(0)}"))
            {
                return application.RefuseArgument(
                    "padding",
                    Rules.DoesNotFit,
                    expected,
                    $"{application.DescribeInput(0)} gives {size + removed} there",
                    "less padding, or a larger kernel");
            }

            shape = shape.With(axis, size);
        }

        return application.Input with { Shape = shape };
    }

    public sealed override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        Dim filters = layer.Arguments.Dim("filters");
        Dim filtersOfGroup = filters / layer.Arguments.Integer("groups");
        yield return new Weight("weight", [inputs[0].Shape[1], filtersOfGroup, .. Windows(layer).Select(window => window.Kernel)]);
        if (layer.Arguments.Truth("bias")) yield return new Weight("bias", filters);
    }

    /// <summary>Each element of the input is spread over a window of the filters of its group, what is cut away at the ends included.</summary>
    public sealed override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        inputs[0].Shape.ElementsOfSample * (layer.Arguments.Dim("filters") / layer.Arguments.Integer("groups")) * ElementsOfWindow(layer);

    public sealed override TorchModule TorchModule(Layer layer)
    {
        IReadOnlyList<Spread> spreads = Spreads(layer);
        string channels = $"{Code.Write(layer.BuiltFor![0].Shape[1])}, {Code.Write(layer.Arguments.Dim("filters"))}";
        string groups = Code.Write(layer.Arguments.Integer("groups"));
        string bias = Code.Write(layer.Arguments.Truth("bias"));
        string All(Func<Spread, Dim> size) => Code.Array(spreads.Select(size));
        if (spreads.Select(spread => spread.OutputPadding).Distinct().Count() > 1)
        {
            string kernel = $"{All(one => one.Window.Kernel)}, {All(one => one.Window.Stride)}";
            string sizes = $"{kernel}, {All(one => one.Padding)}, {All(one => one.OutputPadding)}, {All(one => one.Window.Dilation)}";
            return Torch.TorchModule.Own("TransposedConvolution", $"{channels}, {sizes}, {groups}, {bias}");
        }

        List<string> arguments = [channels, Code.Tuple([.. spreads.Select(spread => spread.Window.Kernel)])];
        arguments.AddRange(SizeUnlessDefault("stride", spreads.Select(spread => spread.Window.Stride), 1));
        arguments.AddRange(SizeUnlessDefault("padding", spreads.Select(spread => (Dim)spread.Padding), 0));
        arguments.AddRange(SizeUnlessDefault("output_padding", spreads.Select(spread => (Dim)spread.OutputPadding), 0));
        arguments.AddRange(SizeUnlessDefault("dilation", spreads.Select(spread => spread.Window.Dilation), 1));
        if (groups != "1") arguments.Add($"groups: {groups}");
        if (!layer.Arguments.Truth("bias")) arguments.Add("bias: false");
        string name = $"ConvTranspose{SpatialAxes}d";
        return new TorchModule(name, name, string.Join(", ", arguments));
    }

    public sealed override FormattableString TorchForward(TorchCode code)
    {
        FormattableString result = $"{code.Module}.call({code.Input})";
        IReadOnlyList<Spread> spreads = Spreads(code.Layer);
        foreach (int i in Enumerable.Range(0, SpatialAxes).Where(i => spreads[i].HasOneTooMany))
        {
            Dim size = spreads[i].Size(code.InputType.Shape[FirstAxis + i]);
            result = $"{code.Step("spread", result)}.narrow({FirstAxis + i}, 0, {Code.Write(size)})";
        }

        return code.Activate(result);
    }

    protected sealed override IReadOnlyList<Window> Windows(Layer layer) => [.. Spreads(layer).Select(spread => spread.Window)];

    private IReadOnlyList<Spread> Spreads(Layer layer)
    {
        IReadOnlyList<long> ones = [.. Enumerable.Repeat(1L, SpatialAxes)];
        IReadOnlyList<long> kernel = layer.Arguments.RequiredSizes(SizeArgument, SpatialAxes);
        IReadOnlyList<long> strides = layer.Arguments.Sizes("strides", SpatialAxes) ?? ones;
        IReadOnlyList<long> dilation = layer.Arguments.Sizes("dilation", SpatialAxes) ?? ones;
        IReadOnlyList<long?> padding = GivenPadding(layer);
        IReadOnlyList<long>? outputPadding = layer.Arguments.Sizes("outputPadding", SpatialAxes);
        return [.. kernel.Select((size, i) => new Spread(new Window(size, strides[i], dilation[i], padding[i]), outputPadding?[i] ?? 0))];
    }

    /// <summary>How elements are spread along one axis: over the windows of a convolution on its way back.</summary>
    /// <param name="Window">The window of the convolution.</param>
    /// <param name="GivenOutputPadding">The elements added at the end of the result.</param>
    private readonly record struct Spread(Window Window, long GivenOutputPadding)
    {
        /// <summary>The elements by which windows overlap, of which <c>Same</c> takes away half at each end, an odd one at the end, as Keras does.</summary>
        private long Overlap => Math.Max(Extent - Stride, 0);

        private long Extent => Window.Extent.Value!.Value;

        public long Stride => Window.Stride.Value!.Value;

        public long Dilation => Window.Dilation.Value!.Value;

        /// <summary>The elements taken away at each end.</summary>
        public long Padding => Window.Padding ?? Overlap / 2;

        /// <summary>The elements added at the end.</summary>
        public long OutputPadding => Window.Padding is null ? Math.Max(Stride - Extent, 0) : GivenOutputPadding;

        /// <summary>Whether one element more is to be taken away at the end.</summary>
        public bool HasOneTooMany => Window.Padding is null && Overlap % 2 == 1;

        /// <summary>What becomes of an axis.</summary>
        public Dim Size(Dim size) => Window.Padding is { } padding
            ? ((size - 1) * Window.Stride) - (2 * padding) + Window.Extent + GivenOutputPadding
            : size * Window.Stride;
    }
}

/// <summary><c>N C L -> N filters L'</c>.</summary>
internal sealed class Conv1DTranspose() : ConvTranspose(1);

/// <summary><c>N C H W -> N filters H' W'</c>.</summary>
internal sealed class Conv2DTranspose() : ConvTranspose(2)
{
    public override bool PrefersChannelsLast => true;
}

/// <summary><c>N C D H W -> N filters D' H' W'</c>.</summary>
internal sealed class Conv3DTranspose() : ConvTranspose(3);
