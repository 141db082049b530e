extern alias language;

using CsCheck;
using GraphGen.Compiler.Shapes;
using language::GraphGen.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests;

public class TransposedConvolutionRuleTests
{
    public static TheoryData<int> Axes => [1, 2, 3];

    [Theory]
    [InlineData("Conv1DTranspose", "(N, 8, 21)", 10)]
    [InlineData("Conv2DTranspose", "(N, 8, 21, 23)", 10, 11)]
    [InlineData("Conv3DTranspose", "(N, 8, 21, 23, 25)", 10, 11, 12)]
    public void A_stride_is_the_way_back(string kind, string shape, params int[] sizes) =>
        Assert.Equal(shape, Rule.Infer(kind, new Arguments(("filters", 8), ("kernel", 3), ("strides", 2)), Rule.Floats([4, .. sizes])).ToString());

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    [InlineData(5, 2)]
    [InlineData(4, 1)]
    public void Same_multiplies_by_the_strides(int kernel, int stride)
    {
        Arguments arguments = new(("filters", 8), ("kernel", kernel), ("strides", stride), ("padding", Rule.Same));
        Assert.Equal($"(N, 8, {7 * stride}, {9 * stride})", Rule.Infer("Conv2DTranspose", arguments, Rule.Floats(4, 7, 9)).ToString());
    }

    public static TheoryData<string, object, string> Refusals => new()
    {
        { "filters", 0, "GG1006 at filters" }, { "kernel", (3, 0), "GG1006 at kernel" }, { "kernel", (3, 3, 3), "GG1006 at kernel" },
        { "strides", 0, "GG1006 at strides" }, { "padding", (0, -1), "GG1006 at padding" }, { "padding", ((0, 1), (0, 1)), "GG1006 at padding" },
        { "outputPadding", -1, "GG1006 at outputPadding" }, { "outputPadding", (1, 2), "GG1006 at outputPadding" }, { "dilation", 0, "GG1006 at dilation" },
        { "groups", 0, "GG1006 at groups" }, { "groups", 3, "GG3005 at groups" }, { "groups", 4, "GG3005 at groups" },
        { "padding", (8, 9), "GG3004 at padding" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_does_not_fit_is_refused_where_it_stands(string argument, object value, string refusal)
    {
        (string, object?)[] usual = [("filters", 6), ("kernel", 3), ("strides", 2)];
        Arguments arguments = new([.. usual.Where(one => one.Item1 != argument), (argument, value)]);
        Outcome outcome = Rule.Infer("Conv2DTranspose", arguments, Rule.Floats(4, 8, 8));
        Assert.Equal(refusal, outcome.ToString());
        Assert.Single(outcome.Problems);
    }

    [Fact]
    public void Inputs_that_it_cannot_take_are_refused()
    {
        Arguments arguments = new(("filters", 6), ("kernel", 3));
        Assert.Equal("GG3001", Rule.Infer("Conv2DTranspose", arguments, Rule.Floats(4, 8)).ToString());
        Assert.Equal("GG3008", Rule.Infer("Conv2DTranspose", arguments, Rule.Of(ElementType.Float64, 4, 8, 8)).ToString());
    }

    [Fact]
    public void Same_leaves_no_room_for_an_output_padding()
    {
        Outcome outcome = Rule.Infer(
            "Conv1DTranspose", new Arguments(("filters", 6), ("kernel", 3), ("strides", 2), ("padding", Rule.Same), ("outputPadding", 1)), Rule.Floats(4, 8));
        Assert.Equal("GG1006 at outputPadding", outcome.ToString());
        Assert.Equal("outputPadding | given | left out where 'padding' is Padding.Same, which makes L elements into L times the stride", outcome.Messages);
    }

    [Fact]
    public void A_message_says_what_there_was_before_the_padding()
    {
        Outcome outcome = Rule.Infer("Conv1DTranspose", new Arguments(("filters", 6), ("kernel", 3), ("padding", 5)), Rule.Floats(4, 8));
        Assert.Equal(
            "'y' (Conv1DTranspose) takes 5 elements away at each end of axis 2 of its result | 'x' (N, 4, 8) gives 10 there |  | " +
            "less padding, or a larger kernel",
            outcome.Messages);
    }

    [Fact]
    public void A_shared_layer_takes_other_sizes_and_no_other_channels()
    {
        Arguments arguments = new(("filters", 6), ("kernel", 3), ("strides", 2), ("padding", Rule.Same));
        TensorType[] inputs = [Rule.Floats(4, 8, 8), Rule.Floats(4, 5, 2), Rule.Floats(3, 8, 8)];
        IReadOnlyList<Outcome> outcomes = Rule.InferShared("Conv2DTranspose", arguments, inputs);
        Assert.Equal(["(N, 6, 16, 16)", "(N, 6, 10, 4)", "GG3003"], outcomes.Select(outcome => outcome.ToString()));
    }

    [Fact]
    public void A_summary_shows_filters_and_kernel()
    {
        var layer = Rule.Layer("Conv2DTranspose", ("filters", 8), ("kernel", 3));
        Assert.Equal("Conv2DTranspose(8, 3x3)", layer.Kind.Describe(layer));
    }

    [Fact]
    public void Absurd_sizes_are_refused()
    {
        Arguments largest = new(("filters", int.MaxValue), ("kernel", int.MaxValue), ("strides", int.MaxValue), ("dilation", int.MaxValue));
        Assert.Equal("GG1006", Rule.Infer("Conv3DTranspose", largest, Rule.Floats(1, 1L << 40, 2, 2)).ToString());
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void The_rule_is_that_of_libtorch(int axes) =>
        (from input in Sizes.Input(axes, largest: 6)
         from filters in Gen.Int[1, 6]
         from kernel in Sizes.Of(axes, Gen.Int[1, 4], optional: false)
         from strides in Sizes.Of(axes, Gen.Int[1, 3], optional: true)
         from padding in Sizes.Of(axes, Gen.Int[0, 3], optional: true)
         from outputPadding in Sizes.Of(axes, Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, 3])), optional: true)
         from dilation in Sizes.Of(axes, Gen.Int[1, 3], optional: true)
         from groups in Gen.Frequency((3, Gen.Const(1)), (2, Gen.Int[1, 4]))
         from bias in Gen.Bool
         select (input, filters, kernel, strides, padding, outputPadding, dilation, groups, bias)).Holds(sample =>
        {
            long[] Each(object? size, long otherwise = 1) => Sizes.Expand(size, axes, otherwise);
            long channels = Sizes.Channels(sample.input);

            // TorchSharp's modules have one output padding for all axes, and torch's function no names for their weights.
            nn.Module<Tensor, Tensor> Make() => axes == 1
                ? nn.ConvTranspose1d(
                    channels, sample.filters, Each(sample.kernel)[0], Each(sample.strides)[0], Each(sample.padding, 0)[0], Each(sample.outputPadding, 0)[0],
                    Each(sample.dilation)[0], groups: sample.groups, bias: sample.bias)
                : new TransposedConvolution(
                    channels, sample.filters, Each(sample.kernel), Each(sample.strides), Each(sample.padding, 0), Each(sample.outputPadding, 0),
                    Each(sample.dilation), sample.groups, sample.bias);
            Arguments arguments = new(
                ("filters", sample.filters), ("kernel", sample.kernel), ("strides", sample.strides), ("padding", sample.padding),
                ("outputPadding", sample.outputPadding), ("dilation", sample.dilation), ("groups", sample.groups), ("bias", sample.bias));
            AnySize.Agree($"Conv{axes}DTranspose", arguments, sample.input, x =>
            {
                // Where nothing would be left, libtorch refuses or not by its backend; where a size would be negative, it ends the process.
                // Of filters that cannot be divided evenly TorchSharp makes fewer, unlike torch's own module.
                if (x.Dimensions != axes + 2) throw new ArgumentException("Another rank.");
                if (sample.filters % sample.groups != 0) throw new ArgumentException("Groups do not divide the filters.");
                long[] sizes = [.. Enumerable.Range(0, axes).Select(i =>
                    (x.size(i + 2) - 1) * Each(sample.strides)[i] - 2 * Each(sample.padding, 0)[i] + Each(sample.outputPadding, 0)[i]
                    + (Each(sample.kernel)[i] - 1) * Each(sample.dilation)[i] + 1)];
                return sizes.Min() >= 1 ? Make().call(x) : throw new ArgumentException("Too much is taken away.");
            });
            Outcome outcome = Rule.Infer($"Conv{axes}DTranspose", arguments, sample.input);
            if (outcome.Type is null) return;
            using nn.Module<Tensor, Tensor> module = Make();
            Oracle.HasWeights(outcome, module);
        });
}
