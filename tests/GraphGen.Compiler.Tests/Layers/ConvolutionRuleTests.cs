using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests;

public class ConvolutionRuleTests
{
    [Theory]
    [InlineData(32, 4, 1, 64, 64, "(N, 32, 61, 61)", 544)]
    [InlineData(16, 4, 32, 30, 30, "(N, 16, 27, 27)", 8208)]
    [InlineData(16, 8, 1, 64, 64, "(N, 16, 57, 57)", 1040)]
    [InlineData(32, 4, 3, 32, 32, "(N, 32, 29, 29)", 1568)]
    public void The_tutorial_has_these_shapes_and_counts(int filters, int kernel, long channels, long height, long width, string shape, long count)
    {
        Outcome outcome = Rule.Infer("Conv2D", new Arguments(("filters", filters), ("kernel", kernel)), Rule.Floats(channels, height, width));
        Assert.Equal(shape, outcome.ToString());
        Assert.Equal(count, outcome.Count);
    }

    [Theory]
    [InlineData("Conv1D", "(N, 8, 5)", 10)]
    [InlineData("Conv2D", "(N, 8, 5, 6)", 10, 11)]
    [InlineData("Conv3D", "(N, 8, 5, 6, 6)", 10, 11, 12)]
    public void Same_rounds_up_what_the_strides_leave(string kind, string shape, params int[] sizes) => Assert.Equal(
        shape,
        Rule.Infer(kind, new Arguments(("filters", 8), ("kernel", 20), ("strides", 2), ("padding", Rule.Same)), Rule.Floats([4, .. sizes])).ToString());

    public static TheoryData<string, string> Refusals => new()
    {
        { "filters", "GG1006 at filters" }, { "kernel 0", "GG1006 at kernel" }, { "kernel of three", "GG1006 at kernel" }, { "strides", "GG1006 at strides" },
        { "padding", "GG1006 at padding" }, { "dilation", "GG1006 at dilation" },
        { "groups 0", "GG1006 at groups" }, { "groups of channels", "GG3005 at groups" },
        { "groups of filters", "GG3005 at groups" }, { "large kernel", "GG3004 at kernel" }, { "spread kernel", "GG3004 at kernel" },
        { "padded kernel", "GG3004 at kernel" }, { "picture without channels", "GG3001" },
        { "volume", "GG3001" }, { "bytes", "GG3008" }, { "doubles", "GG3008" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_does_not_fit_is_refused_where_it_stands(string mistake, string refusal)
    {
        TensorType input = mistake switch
        {
            "picture without channels" => Rule.Floats(8, 8),
            "volume" => Rule.Floats(4, 8, 8, 8),
            "bytes" => Rule.Of(ElementType.Byte, 4, 8, 8),
            "doubles" => Rule.Of(ElementType.Float64, 4, 8, 8),
            _ => Rule.Floats(4, 8, 8),
        };
        (string, object?)[] change = mistake switch
        {
            "filters" => [("filters", 0)],
            "kernel 0" => [("kernel", (3, 0))],
            "kernel of three" => [("kernel", (3, 3, 3))],
            "strides" => [("strides", -1)],
            "padding" => [("padding", (0, -1))],
            "dilation" => [("dilation", 0)],
            "groups 0" => [("groups", 0)],
            "groups of channels" => [("groups", 3)],
            "groups of filters" => [("groups", 4)],
            "large kernel" => [("kernel", (1, 9))],
            "spread kernel" => [("kernel", 3), ("dilation", 4)],
            "padded kernel" => [("kernel", 13), ("padding", 2)],
            _ => [],
        };
        (string, object?)[] usual = [("filters", 6), ("kernel", 3)];
        Outcome outcome = Rule.Infer("Conv2D", new Arguments([.. usual.ExceptBy(change.Select(one => one.Item1), one => one.Item1), .. change]), input);
        Assert.Equal(refusal, outcome.ToString());
        Assert.Single(outcome.Problems);
    }

    [Fact]
    public void Messages_name_the_axis_and_a_size_that_fits()
    {
        Outcome outcome = Rule.Infer("Conv2D", new Arguments(("filters", 6), ("kernel", 5), ("padding", (0, 1)), ("dilation", (1, 3))), Rule.Floats(4, 8, 8));
        Assert.Equal(
            "'y' (Conv2D) looks at 13 elements at once along axis 3 | 'x' (N, 4, 8, 8) has 8 there, 10 with its padding |  | " +
            "at most 4 for that axis, or 'padding: Padding.Same'",
            outcome.Messages);
    }

    [Fact]
    public void A_message_of_rank_names_the_sibling_for_as_many_axes()
    {
        Outcome outcome = Rule.Infer("Conv2D", new Arguments(("filters", 6), ("kernel", 5)), Rule.Floats(4, 8));
        Assert.Contains("'Conv1D', or 'Reshape(channels, height, width)' before it", outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_layer_takes_other_sizes_and_no_other_channels()
    {
        Arguments arguments = new(("filters", 6), ("kernel", 3), ("strides", 2), ("padding", Rule.Same));
        IReadOnlyList<Outcome> outcomes = Rule.InferShared("Conv2D", arguments, Rule.Floats(4, 8, 8), Rule.Floats(4, 5, 2), Rule.Floats(3, 8, 8));
        Assert.Equal(["(N, 6, 4, 4)", "(N, 6, 3, 1)", "GG3003"], outcomes.Select(outcome => outcome.ToString()));
    }

    [Fact]
    public void More_weights_than_any_memory_has_are_refused()
    {
        Outcome outcome = Rule.Infer("Conv2D", new Arguments(("filters", 1 << 20), ("kernel", 1 << 14)), Rule.Floats(1, 1 << 15, 1 << 15));
        Assert.Equal("GG1006", outcome.ToString());
        Assert.Equal("y | a layer of 281474977759232 weights | one of at most 281474976710656", outcome.Messages);
        Arguments largest = new(("filters", int.MaxValue), ("kernel", int.MaxValue), ("padding", Rule.Same));
        Outcome beyondNumbers = Rule.Infer("Conv3D", largest, Rule.Floats(1, 2, 2, 2));
        Assert.Equal("y | too large to count its elements | below 2^63 elements", beyondNumbers.Messages);
    }

    [Theory]
    [InlineData(1, "Conv1D(8, 3)")]
    [InlineData(2, "Conv2D(8, 3x3)")]
    [InlineData(3, "Conv3D(8, 3x3x3)")]
    public void A_summary_shows_filters_and_kernel(int axes, string expected)
    {
        var layer = Rule.Layer($"Conv{axes}D", ("filters", 8), ("kernel", 3));
        Assert.Equal(expected, layer.Kind.Describe(layer));
    }

    [Fact]
    public void What_is_known_of_a_size_decides_whether_a_kernel_fits()
    {
        static Outcome Of(DimSymbol size, object? padding = null) => Rule.Infer(
            "Conv1D",
            new Arguments(("filters", 6), ("kernel", 5), ("strides", 2), ("padding", padding)),
            new TensorType(new Shape([Dim.Batch, 4, Dim.Symbol(size)]), ElementType.Float32));
        static string Asked(Outcome outcome) => string.Join("; ", outcome.Node.Guards.Select(guard => $"{guard.Condition}: {guard.Reason}"));

        Outcome open = Of(new DimSymbol("T", SymbolKind.Dynamic));
        Assert.Equal("(N, 6, (T - 3) / 2)", open.ToString());
        Assert.Equal("T >= 5: 'y' (Conv1D) looks at 5 elements at once along axis 2 of 'x' (N, 4, T)", Asked(open));
        Assert.Equal("", Asked(Of(new DimSymbol("T", SymbolKind.Dynamic, Min: 5))));
        Assert.Equal("", Asked(Of(new DimSymbol("T", SymbolKind.Dynamic), padding: 2)));
        Outcome same = Of(new DimSymbol("T", SymbolKind.Dynamic, MultipleOf: 2), Rule.Same);
        Assert.Equal(("(N, 6, T / 2)", ""), (same.ToString(), Asked(same)));
        Outcome small = Of(new DimSymbol("T", SymbolKind.Dynamic, Max: 4));
        Assert.Equal("GG3004 at kernel", small.ToString());
        Assert.Equal(
            "'y' (Conv1D) looks at 5 elements at once along axis 2 | 'x' (N, 4, T) has T there |  | a smaller one for that axis, or 'padding: Padding.Same'",
            small.Messages);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_rule_is_that_of_libtorch(int axes) =>
        (from input in Sizes.Input(axes)
         from filters in Gen.Int[1, 6]
         from kernel in Sizes.Of(axes, Small(1, 5), optional: false)
         from strides in Sizes.Of(axes, Small(1, 3), optional: true)
         from padding in Sizes.Of(axes, Small(0, 3, below: -1), optional: true)
         from dilation in Sizes.Of(axes, Small(1, 3), optional: true)
         from groups in Gen.Frequency((3, Gen.Const(1)), (2, Gen.Int[0, 4]))
         from bias in Gen.Bool
         select (input, filters, kernel, strides, padding, dilation, groups, bias)).Holds(sample =>
        {
            long[] Each(object? size, long otherwise = 1) => Sizes.Expand(size, axes, otherwise);
            Arguments arguments = new(
                ("filters", sample.filters), ("kernel", sample.kernel), ("strides", sample.strides), ("padding", sample.padding), ("dilation", sample.dilation),
                ("groups", sample.groups), ("bias", sample.bias));
            long channels = Sizes.Channels(sample.input);
            nn.Module<Tensor, Tensor> Make() => MakeModule(
                axes, channels, sample.filters, Each(sample.kernel), Each(sample.strides), Each(sample.padding, 0), Each(sample.dilation), sample.groups,
                sample.bias);
            AnySize.Agree($"Conv{axes}D", arguments, sample.input, x => Make().call(x));
            Outcome outcome = Rule.Infer($"Conv{axes}D", arguments, sample.input);
            if (outcome.Type is null) return;
            using nn.Module<Tensor, Tensor> module = Make();
            Oracle.HasWeights(outcome, module);
        });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Same_is_the_padding_of_Keras(int axes) =>
        (from input in Sizes.Input(axes)
         from kernel in Sizes.Of(axes, Gen.Int[1, 6], optional: false)
         from strides in Sizes.Of(axes, Gen.Int[1, 4], optional: true)
         from dilation in Sizes.Of(axes, Gen.Int[1, 3], optional: true)
         select (input, kernel, strides, dilation)).Holds(sample =>
        {
            long[] kernel = Sizes.Expand(sample.kernel, axes);
            long[] strides = Sizes.Expand(sample.strides, axes);
            long[] dilation = Sizes.Expand(sample.dilation, axes);
            long[] none = [.. kernel.Select(_ => 0L)];
            nn.Module<Tensor, Tensor> Make() => MakeModule(axes, Sizes.Channels(sample.input), 2, kernel, strides, none, dilation, 1, bias: true);
            AnySize.Agree(
                $"Conv{axes}D",
                new Arguments(("filters", 2), ("kernel", sample.kernel), ("strides", sample.strides), ("dilation", sample.dilation), ("padding", Rule.Same)),
                sample.input,
                x => Make().call(Sizes.PadSame(x, kernel, strides, dilation)));
        });

    /// <summary>Mostly a number that is allowed, now and then one below.</summary>
    private static Gen<int> Small(int least, int most, int below = 0) => Gen.Frequency((30, Gen.Int[least, most]), (1, Gen.Const(below)));

    private static nn.Module<Tensor, Tensor> MakeModule(
        int axes, long channels, long filters, long[] kernel, long[] stride, long[] padding, long[] dilation, long groups, bool bias) => axes switch
    {
        1 => nn.Conv1d(channels, filters, kernel[0], stride[0], padding[0], dilation[0], groups: groups, bias: bias),
        2 => nn.Conv2d(channels, filters, Pair(kernel), Pair(stride), Pair(padding), Pair(dilation), groups: groups, bias: bias),
        _ => nn.Conv3d(channels, filters, Triple(kernel), Triple(stride), Triple(padding), Triple(dilation), groups: groups, bias: bias),
    };

    private static (long, long) Pair(long[] sizes) => (sizes[0], sizes[1]);

    private static (long, long, long) Triple(long[] sizes) => (sizes[0], sizes[1], sizes[2]);
}
