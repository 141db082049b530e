using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests;

public class AdaptivePoolingRuleTests
{
    public static TheoryData<string, int> Kinds => new()
    {
        { "AdaptiveMaxPooling", 1 }, { "AdaptiveMaxPooling", 2 }, { "AdaptiveMaxPooling", 3 },
        { "AdaptiveAveragePooling", 1 }, { "AdaptiveAveragePooling", 2 }, { "AdaptiveAveragePooling", 3 },
    };

    [Theory]
    [InlineData("AdaptiveAveragePooling2D", "(N, 512, 7, 7)", 512, 31, 5)]
    [InlineData("AdaptiveMaxPooling2D", "(N, 3, 7, 7)", 3, 4, 4)]
    [InlineData("AdaptiveMaxPooling1D", "(N, 3, 7)", 3, 100)]
    [InlineData("AdaptiveAveragePooling3D", "(N, 3, 7, 7, 7)", 3, 2, 8, 9)]
    public void The_result_has_the_sizes_asked_for(string kind, string shape, params int[] sizes) =>
        Assert.Equal(shape, Rule.Infer(kind, new Arguments(("output", 7)), Rule.Floats([.. sizes])).ToString());

    public static TheoryData<string, string> Refusals => new()
    {
        { "output 0", "GG1006 at output" }, { "output of three", "GG1006 at output" }, { "sequence", "GG3001" }, { "volume", "GG3001" },
        { "integers", "GG3008" }, { "complex", "GG3008" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_does_not_fit_is_refused_where_it_stands(string mistake, string refusal)
    {
        TensorType input = mistake switch
        {
            "sequence" => Rule.Floats(4, 8),
            "volume" => Rule.Floats(4, 8, 8, 8),
            "integers" => Rule.Of(ElementType.Int64, 4, 8, 8),
            "complex" => Rule.Of(ElementType.ComplexFloat32, 4, 8, 8),
            _ => Rule.Floats(4, 8, 8),
        };
        Arguments arguments = new(("output", mistake switch { "output 0" => (2, 0), "output of three" => (2, 2, 2), _ => (object)2 }));
        foreach (string kind in new[] { "AdaptiveMaxPooling2D", "AdaptiveAveragePooling2D" })
        {
            Outcome outcome = Rule.Infer(kind, arguments, input);
            Assert.Equal(refusal, outcome.ToString());
            Assert.Single(outcome.Problems);
        }
    }

    [Fact]
    public void A_summary_shows_the_sizes()
    {
        var layer = Rule.Layer("AdaptiveMaxPooling2D", ("output", (2, 3)));
        Assert.Equal("AdaptiveMaxPooling2D(2x3)", layer.Kind.Describe(layer));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_rule_is_that_of_libtorch(string family, int axes) =>
        (from input in Sizes.Input(axes)
         from output in Sizes.Of(axes, Gen.Int[1, 5], optional: false)
         select (input, output)).Holds(sample =>
            AnySize.Agree(
                $"{family}{axes}D",
                new Arguments(("output", sample.output)),
                sample.input,
                x => x.Dimensions == axes + 2 ? Pool(family, axes, x, Sizes.Expand(sample.output, axes)) : throw new ArgumentException("Another rank.")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_mean_of_everything_is_for_complex_numbers_too(int axes) =>
        AnySize.Agree(
            $"AdaptiveAveragePooling{axes}D",
            new Arguments(("output", 1)),
            Rule.Of(ElementType.ComplexFloat32, [.. Enumerable.Repeat(3L, axes + 1)]),
            x => Pool("AdaptiveAveragePooling", axes, x, [.. Enumerable.Repeat(1L, axes)]));

    /// <summary>TorchSharp's own pooling of volumes is broken: libtorch's is that of slices, with any number of channels before them.</summary>
    private static Tensor Pool(string family, int axes, Tensor x, long[] output) => (family, axes) switch
    {
        ("AdaptiveMaxPooling", 1) => nn.functional.adaptive_max_pool1d(x, output[0]),
        ("AdaptiveMaxPooling", 2) => nn.functional.adaptive_max_pool2d(x, output),
        ("AdaptiveMaxPooling", _) => MaxOfVolumes(x, output),
        (_, 1) => nn.functional.adaptive_avg_pool1d(x, output[0]),
        (_, 2) => nn.functional.adaptive_avg_pool2d(x, output),
        _ => nn.functional.adaptive_avg_pool3d(x, output),
    };

    private static Tensor MaxOfVolumes(Tensor x, long[] output)
    {
        Tensor[] slices = [.. Enumerable.Range(0, (int)output[0]).Select(i =>
        {
            long start = i * x.size(2) / output[0];
            long end = ((i + 1) * x.size(2) + output[0] - 1) / output[0];
            return nn.functional.adaptive_max_pool2d(x.narrow(2, start, end - start).amax([2]), [output[1], output[2]]);
        })];
        return stack(slices, 2);
    }
}
