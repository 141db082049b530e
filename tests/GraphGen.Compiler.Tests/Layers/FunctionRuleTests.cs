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
        ["Sin"] = x => x.sin(),
        ["Cos"] = x => x.cos(),
        ["Square"] = x => x.square(),
        ["Negate"] = x => x.neg(),
        ["Identity"] = x => x.alias(),
    };

    private static readonly Dictionary<string, Func<Tensor, long[], bool, Tensor>> s_reductions = new()
    {
        ["Mean"] = (x, axes, keep) => x.mean(axes, keep),
        ["Sum"] = (x, axes, keep) => x.sum(axes, keep),
        ["Max"] = (x, axes, keep) => x.amax(axes, keep),
        ["Min"] = (x, axes, keep) => x.amin(axes, keep),
        ["Norm"] = (x, axes, keep) => linalg.vector_norm(x, 2, axes, keep),
        ["ArgMax"] = (x, axes, keep) =>
        {
            Tensor position = axes.Length == 1 ? x.argmax(axes[0], keep) : x.flatten(1).argmax(1);
            return axes.Length > 1 && keep ? position.reshape([x.size(0), .. axes.Select(_ => 1L)]) : position;
        },
    };

    private static readonly object[] s_others = [-129, -1.5, 0.0, 2.0, 130, 256, 70_000, 1L << 40];

    /// <summary>Whole numbers and others, among them some that few integers can be.</summary>
    private static readonly Gen<object> s_numbers = Gen.OneOf(
        Gen.Int[-3, 3].Select(number => (object)number), Gen.Int[0, 7].Select(i => s_others[i]));

    public static TheoryData<string> Names => [.. s_functions.Keys];

    public static TheoryData<string> Reductions => [.. s_reductions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Functions_take_what_libtorch_takes(string kind) =>
        TypeSamples.Any.Holds(input => Oracle.Agree(kind, new Arguments(), input, s_functions[kind]));

    [Theory]
    [MemberData(nameof(Reductions))]
    public void Reductions_take_what_libtorch_takes(string kind) => Gen
        .Select(TypeSamples.Any.Where(type => type.Shape.Rank > 1), Gen.Int[-5, 5].Where(axis => axis != 0), Gen.Bool)
        .Where(sample => sample.Item1.Shape.Rank + sample.Item2 != 0)
        .Holds((input, axis, keepDims) => Oracle.Agree(
            kind, new Arguments(("axis", axis), ("keepDims", keepDims)), input, x => s_reductions[kind](x, [axis], keepDims)));

    [Theory]
    [MemberData(nameof(Reductions))]
    public void Without_an_axis_all_but_the_batch_are_reduced(string kind) => Gen
        .Select(TypeSamples.Any.Where(type => type.Shape.Rank > 1), Gen.Bool)
        .Holds((input, keepDims) => Oracle.Agree(
            kind,
            new Arguments(("keepDims", keepDims)),
            input,
            x => s_reductions[kind](x, [.. Enumerable.Range(1, (int)x.Dimensions - 1).Select(axis => (long)axis)], keepDims)));

    [Fact]
    public void Clipping_takes_what_libtorch_takes() => Gen.Select(TypeSamples.Any, s_numbers, s_numbers)
        .Where(sample => ToReal(sample.Item2) <= ToReal(sample.Item3) && !IsMadePositive(sample.Item1, sample.Item2) && !IsMadePositive(sample.Item1, sample.Item3))
        .Holds((input, min, max) => Oracle.Agree("Clip", new Arguments(("min", min), ("max", max)), input, x => x.clamp(ToScalar(min), ToScalar(max))));

    [Theory]
    [InlineData(1, 0, "GG1006 at max")]
    [InlineData(1, 1, "(N, 3)")]
    [InlineData(0.5, double.PositiveInfinity, "(N, 3)")]
    [InlineData(double.NegativeInfinity, 0.0, "(N, 3)")]
    [InlineData(double.NaN, 1.0, "GG1006 at min")]
    [InlineData(0.0, double.NaN, "GG1006 at max")]
    public void Bounds_are_in_order(object min, object max, string expected) =>
        Assert.Equal(expected, Rule.Infer("Clip", new Arguments(("min", min), ("max", max)), Rule.Floats(3)).ToString());

    [Fact]
    public void Bounds_of_integers_are_among_them() => Assert.Equal(
        "'y' (Clip) clips at -1 | 'x' (N, 3) Byte has numbers from 0 to 255 |  | a value among them",
        Rule.Infer("Clip", new Arguments(("min", -1), ("max", 3)), Rule.Of(ElementType.Byte, 3)).Messages);

    [Fact]
    public void Powers_take_what_libtorch_takes() => Gen.Select(TypeSamples.Any, s_numbers)
        .Holds((input, p) => Oracle.Agree("Pow", new Arguments(("p", p)), input, x => x.pow(ToScalar(p))));

    [Fact]
    public void Integers_have_no_negative_powers() => Assert.Equal(
        "'y' (Pow) takes integers to a power of at least 0 | 'x' (N, 3) Int64 has Int64, and the power is -2 |  | "
        + "'-2.0', which gives the model's floating type",
        Rule.Infer("Pow", new Arguments(("p", -2)), Rule.Of(ElementType.Int64, 3)).Messages);

    [Theory]
    [InlineData(0, "GG3009 at axis")]
    [InlineData(-3, "GG3009 at axis")]
    [InlineData(3, "GG3009 at axis")]
    [InlineData(-4, "GG3009 at axis")]
    [InlineData(2, "(N, 4)")]
    public void The_batch_is_never_reduced(int axis, string expected)
    {
        foreach (string kind in s_reductions.Keys)
            Assert.Equal(kind == "ArgMax" ? expected.Replace(")", ") Int64", StringComparison.Ordinal) : expected, Rule.Infer(kind, new Arguments(("axis", axis)), Rule.Floats(4, 5)).ToString());
    }

    [Theory]
    [MemberData(nameof(Reductions))]
    public void An_example_of_one_number_has_nothing_to_reduce(string kind) => Assert.Equal("GG3001", Rule.Infer(kind, Rule.Floats()).ToString());

    [Fact]
    public void Integers_have_no_mean_and_a_sum_of_64_bits()
    {
        Assert.Equal("GG3008", Rule.Infer("Mean", Rule.Of(ElementType.Int32, 3)).ToString());
        Assert.Equal("(N) Int64", Rule.Infer("Sum", Rule.Of(ElementType.Byte, 3)).ToString());
    }

    /// <summary>Whether libtorch takes a bound below 0 for one of 256 more, which the rule refuses.</summary>
    private static bool IsMadePositive(TensorType input, object bound) => input.Element == ElementType.Byte && bound is int and < 0;

    private static double ToReal(object number) => number switch { int whole => whole, long whole => whole, _ => (double)number };

    private static Scalar ToScalar(object number) => number switch { int whole => (Scalar)whole, long whole => (Scalar)whole, _ => (Scalar)(double)number };
}
