using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Each result channel a sum over a window of all channels, or of those of its group: <c>N C ... -> N filters ...</c>.</summary>
internal abstract class Convolution(int axes) : WindowLayer(axes, "kernel")
{
    public sealed override bool ResultMayBeOverwritten => true;

    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Dim("filters").ToString(), DescribeSizes(layer, SizeArgument)];

    public override void Check(ArgumentCheck check)
    {
        check.Positive("filters");
        base.Check(check);
        check.Sizes("dilation", SpatialAxes, least: 1);
        check.AtLeast("groups", 1);
    }

    public override TensorType? Infer(Application application)
    {
        if (!HasSpatialRank(application) || !application.HasModelType() || !HasGroups(application) || Slide(application) is not { } shape) return null;
        return application.Input with { Shape = shape.With(1, application.Arguments.Dim("filters")) };
    }

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        Dim filters = layer.Arguments.Dim("filters");
        Dim channelsOfGroup = inputs[0].Shape[1] / layer.Arguments.Integer("groups");
        yield return new Weight("weight", [filters, channelsOfGroup, .. Windows(layer).Select(window => (Dim)window.Kernel)]);
        if (layer.Arguments.Truth("bias")) yield return new Weight("bias", filters);
    }

    public override TorchModule TorchModule(Layer layer)
    {
        IReadOnlyList<Window> windows = Windows(layer);
        List<string> arguments =
        [
            Code.Write(layer.BuiltFor![0].Shape[1]), Code.Write(layer.Arguments.Dim("filters")), Code.Tuple([.. windows.Select(window => window.Kernel)]),
        ];
        AddUnlessDefault("stride", windows.Select(window => window.Stride), 1);
        AddUnlessDefault("padding", windows.Select(window => window.FixedPadding ?? 0), 0);
        AddUnlessDefault("dilation", windows.Select(window => window.Dilation), 1);
        if (layer.Arguments.Integer("groups") is not 1 and var groups) arguments.Add($"groups: {Code.Write(groups)}");
        if (!layer.Arguments.Truth("bias")) arguments.Add("bias: false");
        string name = $"Conv{SpatialAxes}d";
        return new TorchModule(name, name, string.Join(", ", arguments));

        void AddUnlessDefault(string name, IEnumerable<long> sizes, long @default)
        {
            if (sizes.Any(size => size != @default)) arguments.Add($"{name}: {Code.Tuple([.. sizes])}");
        }
    }

    public override FormattableString TorchForward(TorchCode code)
    {
        long[] padding = [.. OwnPadding(code).Reverse().SelectMany(ends => new[] { ends.Before, ends.After })];
        Variable input = padding.All(count => count == 0) ? code.Input : code.Step("padded", $"{Code.Functional}.pad({code.Input}, {Code.Array(padding)})");
        return code.Activate($"{code.Module}.call({input})");
    }

    protected sealed override IReadOnlyList<Window> Windows(Layer layer)
    {
        IReadOnlyList<long> ones = [.. Enumerable.Repeat(1L, SpatialAxes)];
        IReadOnlyList<long> kernel = layer.Arguments.RequiredSizes(SizeArgument, SpatialAxes);
        IReadOnlyList<long> strides = layer.Arguments.Sizes("strides", SpatialAxes) ?? ones;
        IReadOnlyList<long> dilation = layer.Arguments.Sizes("dilation", SpatialAxes) ?? ones;
        IReadOnlyList<long?> padding = GivenPadding(layer);
        return [.. kernel.Select((size, i) => new Window(size, strides[i], dilation[i], padding[i]))];
    }

    /// <summary>The padding of each axis that the module cannot add: it depends on the input's size, or differs from one end to the other.</summary>
    private IEnumerable<(long Before, long After)> OwnPadding(TorchCode code) => Windows(code.Layer).Select((window, i) =>
        window.FixedPadding is null ? window.PaddingOf(code.InputType.Shape[FirstAxis + i].Value!.Value) : (0, 0));

    private bool HasGroups(Application application)
    {
        long groups = application.Arguments.Integer("groups");
        Dim channels = application.Input.Shape[1];
        Dim filters = application.Arguments.Dim("filters");
        bool dividesChannels = (channels % groups).Value is null or 0;
        if (dividesChannels && (filters % groups).Value is null or 0) return true;
        application.RefuseArgument(
            "groups",
            Rules.NotDivisible,
            $"'{application.Name}' ({Name}) divides channels and filters into {groups} groups of equal size",
            dividesChannels ? $"it has {filters} filters" : $"{application.DescribeInput(0)} has {channels} channels",
            $"a divisor of both {channels} and {filters}");
        return false;
    }
}
