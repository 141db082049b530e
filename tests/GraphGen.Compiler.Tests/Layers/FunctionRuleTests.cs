using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

public class FunctionRuleTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_functions = new()
    {
        ["Abs"] = x => x.abs(),
        ["Exp"] = x => x.exp(),
        ["Log"] = x => x.log(),
        ["Sqrt"] = x => x.sqrt(),
        ["Square"] = x => x.square(),
        ["Negate"] = x => x.neg(),
        ["Identity"] = x => x.alias(),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Functions_take_what_libtorch_takes(string kind) =>
        TypeSamples.Any.Holds(input => Oracle.Agree(kind, new Arguments(), input, s_functions[kind]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reductions_take_what_libtorch_takes(bool isMean) => Gen
        .Select(TypeSamples.Any.Where(type => type.Shape.Rank > 1), Gen.Int[-5, 5].Where(axis => axis != 0), Gen.Bool)
        .Where(sample => sample.Item1.Shape.Rank + sample.Item2 != 0)
        .Holds((input, axis, keepDims) => Oracle.Agree(
            isMean ? "Mean" : "Sum",
            new Arguments(("axis", axis), ("keepDims", keepDims)),
            input,
            x => isMean ? x.mean([axis], keepDims) : x.sum([axis], keepDims)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_an_axis_all_but_the_batch_are_reduced(bool isMean) => Gen.Select(TypeSamples.Any.Where(type => type.Shape.Rank > 1), Gen.Bool)
        .Holds((input, keepDims) => Oracle.Agree(isMean ? "Mean" : "Sum", new Arguments(("keepDims", keepDims)), input, x =>
        {
            long[] axes = [.. Enumerable.Range(1, (int)x.Dimensions - 1).Select(axis => (long)axis)];
            return isMean ? x.mean(axes, keepDims) : x.sum(axes, keepDims);
        }));

    [Theory]
    [InlineData(0, "GG3009 at axis")]
    [InlineData(-3, "GG3009 at axis")]
    [InlineData(3, "GG3009 at axis")]
    [InlineData(-4, "GG3009 at axis")]
    [InlineData(2, "(N, 4)")]
    public void The_batch_is_never_reduced(int axis, string expected)
    {
        Assert.Equal(expected, Rule.Infer("Mean", new Arguments(("axis", axis)), Rule.Floats(4, 5)).ToString());
        Assert.Equal(expected, Rule.Infer("Sum", new Arguments(("axis", axis)), Rule.Floats(4, 5)).ToString());
    }

    [Theory]
    [InlineData("Mean")]
    [InlineData("Sum")]
    public void An_example_of_one_number_has_nothing_to_reduce(string kind) => Assert.Equal("GG3001", Rule.Infer(kind, Rule.Floats()).ToString());

    [Fact]
    public void Integers_have_no_mean_and_a_sum_of_64_bits()
    {
        Assert.Equal("GG3008", Rule.Infer("Mean", Rule.Of(ElementType.Int32, 3)).ToString());
        Assert.Equal("(N) Int64", Rule.Infer("Sum", Rule.Of(ElementType.Byte, 3)).ToString());
    }
}
