extern alias language;

using CsCheck;
using GraphGen.Compiler.Shapes;
using language::GraphGen.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests;

/// <summary>Depthwise and depthwise separable convolutions.</summary>
public class SeparableConvolutionRuleTests
{
    public static TheoryData<int> Axes => [1, 2];

    /// <summary>The counts of Keras's MobileNet and Xception for layers of these sizes.</summary>
    [Theory]
    [InlineData("DepthwiseConv2D", 0, false, "(N, 32, 112, 112)", 288)]
    [InlineData("SeparableConv2D", 128, false, "(N, 128, 112, 112)", 4384)]
    [InlineData("SeparableConv2D", 128, true, "(N, 128, 112, 112)", 4512)]
    public void Published_networks_have_these_counts(string kind, int filters, bool bias, string shape, long count)
    {
        (string, object?)[] own = filters == 0 ? [] : [("filters", filters)];
        Outcome outcome = Rule.Infer(kind, new Arguments([.. own, ("kernel", 3), ("padding", Rule.Same), ("bias", bias)]), Rule.Floats(32, 112, 112));
        Assert.Equal(shape, outcome.ToString());
        Assert.Equal(count, outcome.Count);
    }

    public static TheoryData<string, object, string> Refusals => new()
    {
        { "kernel", (3, 0), "GG1006 at kernel" }, { "kernel", 9, "GG3004 at kernel" }, { "strides", 0, "GG1006 at strides" },
        { "padding", -1, "GG1006 at padding" }, { "dilation", 0, "GG1006 at dilation" }, { "dilation", 4, "GG3004 at kernel" },
        { "multiplier", 0, "GG1006 at multiplier" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_does_not_fit_is_refused_where_it_stands(string argument, object value, string refusal)
    {
        foreach (string kind in new[] { "DepthwiseConv2D", "SeparableConv2D" })
        {
            (string, object?)[] usual = kind[0] == 'D' ? [("kernel", 3)] : [("filters", 5), ("kernel", 3)];
            Outcome outcome = Rule.Infer(kind, new Arguments([.. usual.Where(one => one.Item1 != argument), (argument, value)]), Rule.Floats(4, 8, 8));
            Assert.Equal(refusal, outcome.ToString());
            Assert.Single(outcome.Problems);
            Assert.Equal("GG3001", Rule.Infer(kind, new Arguments(usual), Rule.Floats(4, 8)).ToString());
            Assert.Equal("GG3008", Rule.Infer(kind, new Arguments(usual), Rule.Of(ElementType.Int64, 4, 8, 8)).ToString());
        }

        Assert.Equal("GG1006 at filters", Rule.Infer("SeparableConv2D", new Arguments(("filters", 0), ("kernel", 3)), Rule.Floats(4, 8, 8)).ToString());
    }

    [Fact]
    public void A_shared_layer_takes_no_other_channels()
    {
        foreach (string kind in new[] { "DepthwiseConv1D", "SeparableConv1D" })
        {
            (string, object?)[] own = kind[0] == 'D' ? [] : [("filters", 6)];
            Arguments arguments = new([.. own, ("kernel", 3)]);
            IReadOnlyList<Outcome> outcomes = Rule.InferShared(kind, arguments, Rule.Floats(6, 8), Rule.Floats(6, 5), Rule.Floats(3, 8));
            Assert.Equal(["(N, 6, 6)", "(N, 6, 3)", "GG3003"], outcomes.Select(outcome => outcome.ToString()));
        }
    }

    [Fact]
    public void A_summary_shows_filters_kernel_and_multiplier()
    {
        static string Describe(string kind, params (string, object?)[] arguments)
        {
            var layer = Rule.Layer(kind, arguments);
            return layer.Kind.Describe(layer);
        }

        Assert.Equal("DepthwiseConv2D(3x3)", Describe("DepthwiseConv2D", ("kernel", 3)));
        Assert.Equal("DepthwiseConv1D(3, multiplier: 2)", Describe("DepthwiseConv1D", ("kernel", 3), ("multiplier", 2)));
        Assert.Equal("SeparableConv2D(8, 3x5, multiplier: 2)", Describe("SeparableConv2D", ("filters", 8), ("kernel", (3, 5)), ("multiplier", 2)));
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void The_rule_is_that_of_libtorch(int axes) =>
        (from input in Sizes.Input(axes)
         from filters in Gen.Int[1, 6]
         from kernel in Sizes.Of(axes, Gen.Int[1, 5], optional: false)
         from strides in Sizes.Of(axes, Gen.Int[1, 3], optional: true)
         from padding in Sizes.Of(axes, Gen.Int[0, 3], optional: true)
         from dilation in Sizes.Of(axes, Gen.Int[1, 3], optional: true)
         from multiplier in Gen.Int[1, 3]
         from bias in Gen.Bool
         select (input, filters, kernel, strides, padding, dilation, multiplier, bias)).Holds(sample =>
        {
            long[] Each(object? size, long otherwise = 1) => Sizes.Expand(size, axes, otherwise);
            long channels = Sizes.Channels(sample.input);
            Convolution Depthwise(bool bias) => Make(
                axes, channels, channels * sample.multiplier, Each(sample.kernel), Each(sample.strides), Each(sample.padding, 0), Each(sample.dilation),
                channels, bias);
            SeparableConvolution Separable() => new(Depthwise(bias: false), axes == 1
                ? nn.Conv1d(channels * sample.multiplier, sample.filters, 1, bias: sample.bias)
                : nn.Conv2d(channels * sample.multiplier, sample.filters, 1, bias: sample.bias));
            (string, object?)[] arguments =
            [
                ("kernel", sample.kernel), ("strides", sample.strides), ("padding", sample.padding), ("dilation", sample.dilation),
                ("multiplier", sample.multiplier), ("bias", sample.bias),
            ];
            Agree($"DepthwiseConv{axes}D", new Arguments(arguments), sample.input, () => Depthwise(sample.bias));
            Agree($"SeparableConv{axes}D", new Arguments([("filters", sample.filters), .. arguments]), sample.input, Separable);
        });

    private static void Agree(string kind, Arguments arguments, TensorType input, Func<nn.Module<Tensor, Tensor>> make)
    {
        AnySize.Agree(kind, arguments, input, x => make().call(x));
        Outcome outcome = Rule.Infer(kind, arguments, input);
        if (outcome.Type is null) return;
        using nn.Module<Tensor, Tensor> module = make();
        Oracle.HasWeights(outcome, module);
    }

    private static Convolution Make(
        int axes, long channels, long filters, long[] kernel, long[] stride, long[] padding, long[] dilation, long groups, bool bias) => axes == 1
        ? nn.Conv1d(channels, filters, kernel[0], stride[0], padding[0], dilation[0], groups: groups, bias: bias)
        : nn.Conv2d(
            channels, filters, (kernel[0], kernel[1]), (stride[0], stride[1]), (padding[0], padding[1]), (dilation[0], dilation[1]), groups: groups,
            bias: bias);
}
