using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests;

public class PoolingRuleTests
{
    public static TheoryData<string, int> Kinds => new()
    {
        { "MaxPooling", 1 }, { "MaxPooling", 2 }, { "MaxPooling", 3 }, { "AveragePooling", 1 }, { "AveragePooling", 2 }, { "AveragePooling", 3 },
    };

    [Theory]
    [InlineData(32, 61, "(N, 32, 30, 30)")]
    [InlineData(16, 27, "(N, 16, 13, 13)")]
    [InlineData(16, 57, "(N, 16, 28, 28)")]
    [InlineData(32, 29, "(N, 32, 14, 14)")]
    public void The_tutorial_has_these_shapes(long channels, long size, string shape) =>
        Assert.Equal(shape, Rule.Infer("MaxPooling2D", new Arguments(("pool", 2)), Rule.Floats(channels, size, size)).ToString());

    [Fact]
    public void Strides_are_the_window_unless_given()
    {
        Assert.Equal("(N, 1, 4, 2)", Rule.Infer("MaxPooling2D", new Arguments(("pool", (2, 4))), Rule.Floats(1, 8, 8)).ToString());
        Assert.Equal("(N, 1, 7, 5)", Rule.Infer("MaxPooling2D", new Arguments(("pool", (2, 4)), ("strides", 1)), Rule.Floats(1, 8, 8)).ToString());
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "pool 0", "GG1006 at pool" }, { "pool of three", "GG1006 at pool" }, { "strides", "GG1006 at strides" }, { "padding -1", "GG1006 at padding" },
        { "padding of more than half", "GG1006 at padding" }, { "large", "GG3004 at pool" }, { "padded", "GG3004 at pool" }, { "sequence", "GG3001" },
        { "Bool", "GG3008" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_does_not_fit_is_refused_where_it_stands(string mistake, string refusal)
    {
        TensorType input = mistake switch { "sequence" => Rule.Floats(4, 8), "Bool" => Rule.Of(ElementType.Bool, 4, 8, 8), _ => Rule.Floats(4, 8, 8) };
        Arguments arguments = mistake switch
        {
            "pool 0" => new(("pool", 0)),
            "pool of three" => new(("pool", (2, 2, 2))),
            "strides" => new(("pool", 2), ("strides", (1, 0))),
            "padding -1" => new(("pool", 2), ("padding", -1)),
            "padding of more than half" => new(("pool", (5, 3)), ("padding", 2)),
            "large" => new(("pool", (8, 9))),
            "padded" => new(("pool", 13), ("padding", 2)),
            _ => new(("pool", 2)),
        };
        foreach (string kind in new[] { "MaxPooling2D", "AveragePooling2D" })
        {
            Outcome outcome = Rule.Infer(kind, arguments, input);
            Assert.Equal(refusal, outcome.ToString());
            Assert.Single(outcome.Problems);
        }
    }

    [Fact]
    public void A_volume_is_averaged_by_no_larger_window_whatever_the_padding()
    {
        Outcome outcome = Rule.Infer("AveragePooling3D", new Arguments(("pool", 5), ("padding", 1)), Rule.Floats(1, 5, 5, 4));
        Assert.Equal("GG3004 at pool", outcome.ToString());
        Assert.Equal(
            "'y' (AveragePooling3D) looks at 5 elements at once along axis 4 | 'x' (N, 1, 5, 5, 4) has 4 there |  | at most 4 for that axis", outcome.Messages);
        Assert.Equal("GG3004 at pool", Rule.Infer("AveragePooling3D", new Arguments(("pool", 5), ("padding", Rule.Same)), Rule.Floats(1, 5, 5, 4)).ToString());
        Assert.Equal("(N, 1, 1, 1, 1)", Rule.Infer("MaxPooling3D", new Arguments(("pool", 5), ("padding", Rule.Same)), Rule.Floats(1, 5, 5, 4)).ToString());
    }

    [Fact]
    public void A_summary_shows_the_window()
    {
        var layer = Rule.Layer("MaxPooling2D", ("pool", 2));
        Assert.Equal("MaxPooling2D(2x2)", layer.Kind.Describe(layer));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_rule_is_that_of_libtorch(string family, int axes) =>
        (from input in Sizes.Input(axes)
         from pool in Sizes.Of(axes, Gen.Frequency((30, Gen.Int[1, 5]), (1, Gen.Const(0))), optional: false)
         from strides in Sizes.Of(axes, Gen.Frequency((30, Gen.Int[1, 3]), (1, Gen.Const(0))), optional: true)
         from padding in Sizes.Of(axes, Gen.Int[0, 2], optional: true)
         select (input, pool, strides, padding)).Holds(sample =>
        {
            long[] pool = Sizes.Expand(sample.pool, axes);
            AnySize.Agree(
                $"{family}{axes}D",
                new Arguments(("pool", sample.pool), ("strides", sample.strides), ("padding", sample.padding)),
                sample.input,
                x => Pool(family, axes, x, pool, sample.strides is null ? pool : Sizes.Expand(sample.strides, axes), Sizes.Expand(sample.padding, axes, 0)));
        });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Same_is_the_padding_of_Keras(string family, int axes) =>
        (from input in Sizes.Input(axes)
         from pool in Sizes.Of(axes, Gen.Int[1, 6], optional: false)
         from strides in Sizes.Of(axes, Gen.Int[1, 4], optional: true)
         select (input, pool, strides)).Holds(sample =>
        {
            long[] pool = Sizes.Expand(sample.pool, axes);
            long[] strides = sample.strides is null ? pool : Sizes.Expand(sample.strides, axes);
            long[] ones = [.. pool.Select(_ => 1L)];

            // Here libtorch would be asked to average what was padded before: it would not see that the window is larger than the input.
            if (family == "AveragePooling" && axes == 3 && pool.Zip(sample.input.Shape.Axes.Skip(2)).Any(axis => axis.First > axis.Second.Value)) return;
            AnySize.Agree(
                $"{family}{axes}D",
                new Arguments(("pool", sample.pool), ("strides", sample.strides), ("padding", Rule.Same)),
                sample.input,
                x => Pool(family, axes, Sizes.PadSame(x, pool, strides, ones), pool, strides, [.. pool.Select(_ => 0L)]));
        });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Global_pooling_leaves_the_channels(int axes)
    {
        long[] sizes = [.. Enumerable.Range(0, axes).Select(i => 5L + i)];
        string ones = string.Concat(Enumerable.Repeat(", 1", axes));
        foreach (string family in new[] { "GlobalMaxPooling", "GlobalAveragePooling" })
        {
            Assert.Equal("(N, 3)", Rule.Infer($"{family}{axes}D", Rule.Floats([3, .. sizes])).ToString());
            Assert.Equal($"(N, 3{ones})", Rule.Infer($"{family}{axes}D", new Arguments(("keepDims", true)), Rule.Floats([3, .. sizes])).ToString());
            Assert.Equal("GG3001", Rule.Infer($"{family}{axes}D", Rule.Floats(sizes)).ToString());
            Assert.Equal("GG3001", Rule.Infer($"{family}{axes}D", Rule.Floats([1, 3, .. sizes])).ToString());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_rule_of_global_pooling_is_that_of_libtorch(int axes) =>
        Gen.Select(Gen.Long[1, 5].Array[axes + 1], Gen.Enum<ElementType>(), Gen.Bool).Holds((sizes, element, keepDims) =>
        {
            Arguments arguments = new(("keepDims", keepDims));
            long[] spatial = [.. Enumerable.Range(2, axes).Select(axis => (long)axis)];
            TensorType input = Rule.Of(element, sizes);
            AnySize.Agree($"GlobalMaxPooling{axes}D", arguments, input, x => x.amax(spatial, keepDims));
            AnySize.Agree($"GlobalAveragePooling{axes}D", arguments, input, x => x.mean(spatial, keepDims));
        });

    private static Tensor Pool(string family, int axes, Tensor x, long[] pool, long[] strides, long[] padding) => (family, axes) switch
    {
        ("MaxPooling", 1) => nn.functional.max_pool1d(x, pool[0], strides[0], padding[0]),
        ("MaxPooling", 2) => nn.functional.max_pool2d(x, pool, strides, padding),
        ("MaxPooling", _) => nn.functional.max_pool3d(x, pool, strides, padding),
        (_, 1) => nn.functional.avg_pool1d(x, pool[0], strides[0], padding[0]),
        (_, 2) => nn.functional.avg_pool2d(x, pool, strides, padding),
        _ => nn.functional.avg_pool3d(x, pool, strides, padding),
    };
}
