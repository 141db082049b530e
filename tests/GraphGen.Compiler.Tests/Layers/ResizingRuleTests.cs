using CsCheck;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests;

public class ResizingRuleTests
{
    private static readonly Value s_linear = new NamedValue("Interpolation", "Linear");
    private static readonly Value s_bicubic = new NamedValue("Interpolation", "Bicubic");

    public static TheoryData<int> Axes => [1, 2, 3];

    public static TheoryData<string, object, string> Padded => new()
    {
        { "ZeroPadding1D", 2, "(N, 3, 12)" }, { "ZeroPadding1D", (2, 0), "(N, 3, 10)" }, { "ZeroPadding2D", 1, "(N, 3, 10, 11)" },
        { "ZeroPadding2D", (1, 2), "(N, 3, 10, 13)" }, { "ZeroPadding2D", ((0, 1), (2, 3)), "(N, 3, 9, 14)" }, { "ZeroPadding3D", 1, "(N, 3, 10, 11, 12)" },
        { "ZeroPadding3D", (0, 1, 2), "(N, 3, 8, 11, 14)" }, { "ZeroPadding3D", ((0, 1), (2, 3), (4, 0)), "(N, 3, 9, 14, 14)" },
        { "Cropping1D", 2, "(N, 3, 4)" }, { "Cropping1D", (7, 0), "(N, 3, 1)" }, { "Cropping2D", 1, "(N, 3, 6, 7)" },
        { "Cropping2D", (1, 2), "(N, 3, 6, 5)" }, { "Cropping2D", ((0, 1), (2, 3)), "(N, 3, 7, 4)" }, { "Cropping3D", 1, "(N, 3, 6, 7, 8)" }, { "Cropping3D", (0, 1, 2), "(N, 3, 8, 7, 6)" },
        { "Cropping3D", ((0, 1), (2, 3), (4, 0)), "(N, 3, 7, 4, 6)" },
    };

    [Theory]
    [MemberData(nameof(Padded))]
    public void Elements_are_counted_at_all_ends_at_each_axis_or_at_each_end(string kind, object ends, string shape)
    {
        string argument = kind.StartsWith('Z') ? "padding" : "cropping";
        Assert.Equal(shape, Rule.Infer(kind, new Arguments((argument, ends)), Rule.Floats([3, .. new long[] { 8, 9, 10 }[..(kind[^2] - '0')]])).ToString());
    }

    [Theory]
    [InlineData("UpSampling1D", "(N, 3, 24)")]
    [InlineData("UpSampling2D", "(N, 3, 24, 27)")]
    [InlineData("UpSampling3D", "(N, 3, 24, 27, 30)")]
    public void Sampling_up_multiplies_each_axis(string kind, string shape) =>
        Assert.Equal(shape, Rule.Infer(kind, new Arguments(("size", 3)), Rule.Floats([3, .. new long[] { 8, 9, 10 }[..(kind[^2] - '0')]])).ToString());

    [Theory]
    [InlineData("(N, 1, 12, 15)", 9, 4, 5)]
    [InlineData("(N, 7, 2, 12, 15)", 7, 18, 4, 5)]
    public void Channels_are_spread_over_space(string shape, params int[] sizes) =>
        Assert.Equal(shape, Rule.Infer("PixelShuffle", new Arguments(("factor", 3)), Rule.Floats([.. sizes])).ToString());

    public static TheoryData<string, string, object, string> Refusals => new()
    {
        { "ZeroPadding2D", "padding", -1, "GG1006 at padding" }, { "ZeroPadding2D", "padding", (0, -1), "GG1006 at padding" },
        { "ZeroPadding2D", "padding", ((0, 1), (0, -1)), "GG1006 at padding" }, { "ZeroPadding2D", "padding", (1, 1, 1), "GG1006 at padding" },
        { "ZeroPadding2D", "padding", ((0, 1), (0, 1), (0, 1)), "GG1006 at padding" }, { "ZeroPadding1D", "padding", (1, 1, 1), "GG1006 at padding" },
        { "ZeroPadding1D", "padding", ((0, 1), (0, 1)), "GG1006 at padding" }, { "ZeroPadding3D", "padding", (1, 1), "GG1006 at padding" },
        { "ZeroPadding2D", "padding", Rule.Same, "GG1006 at padding" }, { "ZeroPadding1D", "padding", 1, "GG3001" },
        { "ZeroPadding3D", "padding", 1, "GG3001" },
        { "Cropping2D", "cropping", -1, "GG1006 at cropping" }, { "Cropping2D", "cropping", Rule.Same, "GG1006 at cropping" },
        { "Cropping2D", "cropping", (0, 0, 1), "GG1006 at cropping" }, { "Cropping2D", "cropping", 4, "GG3004 at cropping" },
        { "Cropping2D", "cropping", ((0, 0), (9, 0)), "GG3004 at cropping" }, { "Cropping1D", "cropping", 1, "GG3001" },
        { "UpSampling2D", "size", 0, "GG1006 at size" }, { "UpSampling2D", "size", (1, 2, 3), "GG1006 at size" }, { "UpSampling3D", "size", 1, "GG3001" },
        { "PixelShuffle", "factor", 0, "GG1006 at factor" }, { "PixelShuffle", "factor", 2, "GG3005 at factor" },
        { "PixelShuffle", "factor", int.MaxValue, "GG3005 at factor" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_does_not_fit_is_refused_where_it_stands(string kind, string argument, object value, string refusal)
    {
        Outcome outcome = Rule.Infer(kind, new Arguments((argument, value)), Rule.Floats(3, 8, 9));
        Assert.Equal(refusal, outcome.ToString());
        Assert.Single(outcome.Problems);
    }

    [Theory]
    [InlineData("UpSampling1D")]
    [InlineData("UpSampling3D")]
    public void Cubics_are_for_pictures(string kind)
    {
        TensorType input = Rule.Floats([3, .. Enumerable.Repeat(5L, kind[^2] - '0')]);
        Outcome outcome = Rule.Infer(kind, new Arguments(("size", 2), ("interpolation", s_bicubic)), input);
        Assert.Equal("GG1006 at interpolation", outcome.ToString());
    }

    [Fact]
    public void Padding_that_differs_from_end_to_end_is_for_no_window()
    {
        Outcome outcome = Rule.Infer("Conv2D", new Arguments(("filters", 2), ("kernel", 3), ("padding", ((0, 1), (0, 1)))), Rule.Floats(3, 8, 9));
        Assert.Equal("GG1006 at padding", outcome.ToString());
        Assert.Equal(
            "padding | another number at each end | one number for both ends of an axis: 'ZeroPadding2D' before it pads each end by its own", outcome.Messages);
        Arguments pooling = new(("pool", 3), ("padding", ((0, 1), (0, 1))));
        Assert.Equal("GG1006 at padding", Rule.Infer("MaxPooling2D", pooling, Rule.Floats(3, 8, 9)).ToString());
    }

    [Fact]
    public void No_padding_and_no_cropping_are_allowed()
    {
        Assert.Equal("(N, 3, 8, 9)", Rule.Infer("ZeroPadding2D", new Arguments(("padding", Rule.Valid)), Rule.Floats(3, 8, 9)).ToString());
        Assert.Equal("(N, 3, 8, 9)", Rule.Infer("Cropping2D", new Arguments(("cropping", null)), Rule.Floats(3, 8, 9)).ToString());
    }

    [Fact]
    public void Messages_say_what_would_fit()
    {
        Assert.Equal(
            "'y' (Cropping2D) takes 9 elements away along axis 3 | 'x' (N, 3, 8, 9) has 9 there |  | at most 8 for both ends of that axis",
            Rule.Infer("Cropping2D", new Arguments(("cropping", ((0, 1), (4, 5)))), Rule.Floats(3, 8, 9)).Messages);
        Assert.Equal(
            "'y' (PixelShuffle) makes squares of 2 by 2 elements from 4 channels each | 'x' (N, 6, 8, 9) has 6 channels |  | " +
            "a factor whose square divides 6, or a convolution of 4 channels for each of the result before it",
            Rule.Infer("PixelShuffle", new Arguments(("factor", 2)), Rule.Floats(6, 8, 9)).Messages);
    }

    [Fact]
    public void Absurd_sizes_are_refused()
    {
        Arguments largest = new(("size", int.MaxValue));
        Assert.Equal("GG1006", Rule.Infer("UpSampling2D", largest, Rule.Floats(1, 1L << 40, 1L << 40)).ToString());
        Assert.Equal("GG1006", Rule.Infer("ZeroPadding1D", new Arguments(("padding", int.MaxValue)), Rule.Floats(1, long.MaxValue - 5)).ToString());
    }

    public static TheoryData<string, string, object, string> Summaries => new()
    {
        { "ZeroPadding2D", "padding", 1, "ZeroPadding2D(1x1)" }, { "ZeroPadding2D", "padding", ((0, 1), (2, 2)), "ZeroPadding2D((0, 1)x2)" },
        { "Cropping1D", "cropping", (2, 0), "Cropping1D((2, 0))" }, { "UpSampling3D", "size", (1, 2, 3), "UpSampling3D(1x2x3)" },
        { "PixelShuffle", "factor", 2, "PixelShuffle(2)" },
    };

    [Theory]
    [MemberData(nameof(Summaries))]
    public void A_summary_shows_the_sizes(string kind, string argument, object value, string expected)
    {
        var layer = Rule.Layer(kind, (argument, value));
        Assert.Equal(expected, layer.Kind.Describe(layer));
    }

    [Fact]
    public void A_summary_shows_another_interpolation_than_the_usual_one()
    {
        var layer = Rule.Layer("UpSampling2D", ("size", 2), ("interpolation", s_bicubic));
        Assert.Equal("UpSampling2D(2x2, Bicubic)", layer.Kind.Describe(layer));
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void The_rule_of_padding_is_that_of_libtorch(int axes) =>
        (from input in OfAnyType(axes)
         from ends in Gen.Int[0, 3].Array[2 * axes]
         select (input, ends)).Holds(sample => AnySize.Agree(
            $"ZeroPadding{axes}D",
            new Arguments(("padding", EachEnd(sample.ends))),
            sample.input,
            x => x.Dimensions == axes + 2 ? nn.functional.pad(x, PadOrder(sample.ends, 1)) : throw new ArgumentException("Another rank.")));

    /// <summary>Not what libtorch allows in slices: nothing at all.</summary>
    [Theory]
    [MemberData(nameof(Axes))]
    public void The_rule_of_cropping_is_that_of_a_slice(int axes) =>
        (from input in OfAnyType(axes)
         from ends in Gen.Int[0, 3].Array[2 * axes]
         select (input, ends)).Holds(sample => AnySize.Agree(
            $"Cropping{axes}D",
            new Arguments(("cropping", EachEnd(sample.ends))),
            sample.input,
            x =>
            {
                if (x.Dimensions != axes + 2) throw new ArgumentException("Another rank.");
                Tensor result = nn.functional.pad(x, PadOrder(sample.ends, -1));
                return result.NumberOfElements > 0 ? result : throw new ArgumentException("Nothing is left.");
            }));

    [Theory]
    [MemberData(nameof(Axes))]
    public void The_rule_of_sampling_up_is_that_of_libtorch(int axes) =>
        (from input in OfAnyType(axes)
         from size in Sizes.Of(axes, Gen.Int[1, 4], optional: false)
         from mode in Gen.Int[0, 2].Select(i => new[] { "Nearest", "Linear", "Bicubic" }[i])
         where mode != "Bicubic" || axes == 2
         select (input, size, mode)).Holds(sample => AnySize.Agree(
            $"UpSampling{axes}D",
            new Arguments(("size", sample.size), ("interpolation", new NamedValue("Interpolation", sample.mode))),
            sample.input,
            x => nn.functional.interpolate(
                x.Dimensions == axes + 2 ? x : throw new ArgumentException("Another rank."),
                scale_factor: [.. Sizes.Expand(sample.size, axes).Select(size => (double)size)],
                mode: sample.mode switch
                {
                    "Nearest" => InterpolationMode.Nearest,
                    "Bicubic" => InterpolationMode.Bicubic,
                    _ => axes switch { 1 => InterpolationMode.Linear, 2 => InterpolationMode.Bilinear, _ => InterpolationMode.Trilinear },
                },
                align_corners: sample.mode == "Nearest" ? null : false)));

    [Fact]
    public void The_rule_of_spreading_is_that_of_libtorch() =>
        (from rank in Gen.Int[2, 4]
         from sizes in Gen.Long[1, 40].Array[rank]
         from element in Gen.Enum<ElementType>()
         from factor in Gen.Int[1, 3]
         where rank != 2
         select (Rule.Of(element, sizes), factor)).Holds((input, factor) =>
            AnySize.Agree("PixelShuffle", new Arguments(("factor", factor)), input, x => nn.functional.pixel_shuffle(x, factor)));

    private static Gen<TensorType> OfAnyType(int axes) =>
        from input in Sizes.Input(axes)
        from element in Gen.Enum<ElementType>()
        select input with { Element = element };

    private static ListValue EachEnd(int[] ends)
    {
        ListValue[] pairs = [.. ends.Chunk(2).Select(pair => new ListValue([.. pair.Select(end => new IntegerValue(end))]))];
        return pairs.Length == 1 ? pairs[0] : new ListValue([.. pairs]);
    }

    /// <summary>As torch's function takes it: from the last axis on.</summary>
    private static long[] PadOrder(int[] ends, int sign) => [.. ends.Chunk(2).Reverse().SelectMany(pair => pair.Select(end => (long)(sign * end)))];
}
