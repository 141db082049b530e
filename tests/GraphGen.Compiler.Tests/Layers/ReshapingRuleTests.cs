using CsCheck;
using GraphGen.Compiler.Shapes;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests;

public class ReshapingRuleTests
{
    private static readonly Gen<TensorType> s_inputs =
        from sizes in Gen.Long[1, 6].Array[0, 4] from element in Gen.Enum<ElementType>() select Rule.Of(element, sizes);

    [Theory]
    [InlineData("(N, 2704)", 16, 13, 13)]
    [InlineData("(N, 28800)", 32, 30, 30)]
    [InlineData("(N, 12544)", 16, 28, 28)]
    [InlineData("(N, 400)", 16, 5, 5)]
    [InlineData("(N, 7)", 7)]
    [InlineData("(N, 1)")]
    public void Flatten_makes_one_axis(string shape, params int[] sizes) => Assert.Equal(shape, Rule.Infer("Flatten", Rule.Floats([.. sizes])).ToString());

    [Fact]
    public void Flatten_counts_no_further_than_64_bits() =>
        Assert.Equal("GG1006", Rule.Infer("Flatten", Rule.Floats(int.MaxValue, int.MaxValue, int.MaxValue)).ToString());

    [Theory]
    [InlineData(new[] { 4, 6 }, "(N, 4, 6)")]
    [InlineData(new[] { 24 }, "(N, 24)")]
    [InlineData(new[] { -1 }, "(N, 24)")]
    [InlineData(new[] { 2, -1, 2 }, "(N, 2, 6, 2)")]
    [InlineData(new[] { 24, -1 }, "(N, 24, 1)")]
    [InlineData(new[] { 5, 5 }, "GG3006 at shape")]
    [InlineData(new[] { 5, -1 }, "GG3006 at shape")]
    [InlineData(new[] { 48, -1 }, "GG3006 at shape")]
    [InlineData(new[] { -1, -1 }, "GG3006 at shape")]
    [InlineData(new[] { -1, 24, -1 }, "GG3006 at shape")]
    [InlineData(new int[0], "GG3006 at shape")]
    [InlineData(new[] { 0, -1 }, "GG1006 at shape")]
    [InlineData(new[] { -2, 12 }, "GG1006 at shape")]
    public void Reshape_keeps_the_number_of_elements(int[] shape, string expected)
    {
        Outcome outcome = Rule.Infer("Reshape", new Arguments(("shape", shape)), Rule.Floats(2, 3, 4));
        Assert.Equal(expected, outcome.ToString());
        Assert.True(outcome.Problems.Count <= 1);
    }

    [Fact]
    public void Reshape_to_no_axis_takes_one_element() =>
        Assert.Equal("(N)", Rule.Infer("Reshape", new Arguments(("shape", Array.Empty<int>())), Rule.Floats(1, 1)).ToString());

    [Fact]
    public void Reshape_says_which_count_differs() => Assert.Equal(
        "'y' (Reshape) makes 25 elements of each example | 'x' (N, 2, 3, 4) has 24 |  | sizes whose product is 24",
        Rule.Infer("Reshape", new Arguments(("shape", new[] { 5, 5 })), Rule.Floats(2, 3, 4)).Messages);

    [Theory]
    [InlineData(new[] { 2, 1, 3 }, "(N, 3, 2, 4)")]
    [InlineData(new[] { 3, 1, 2 }, "(N, 4, 2, 3)")]
    [InlineData(new[] { 1, 2, 3 }, "(N, 2, 3, 4)")]
    [InlineData(new[] { 2, 1 }, "axis 3 is missing")]
    [InlineData(new[] { 0, 1, 2 }, "there is no axis 0")]
    [InlineData(new[] { 1, 2, 4 }, "there is no axis 4")]
    [InlineData(new[] { -1, 1, 2 }, "there is no axis -1")]
    [InlineData(new int[0], "axis 1 is missing")]
    public void Permute_names_each_axis_once(int[] axes, string expected)
    {
        Outcome outcome = Rule.Infer("Permute", new Arguments(("axes", axes)), Rule.Floats(2, 3, 4));
        if (outcome.Type is not null)
        {
            Assert.Equal(expected, outcome.ToString());
            return;
        }

        Assert.Equal("GG3009 at axes", outcome.ToString());
        Assert.Contains(expected, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Permute_names_no_axis_twice() =>
        Assert.Equal("GG1006 at axes", Rule.Infer("Permute", new Arguments(("axes", new[] { 1, 2, 2 })), Rule.Floats(2, 3, 4)).ToString());

    [Fact]
    public void The_rule_of_flatten_is_that_of_libtorch() =>
        s_inputs.Holds(input => Oracle.Agree("Flatten", new Arguments(), input, x => x.reshape(x.size(0), -1)));

    [Fact]
    public void The_rule_of_reshape_is_that_of_libtorch() =>
        (from input in s_inputs
         from shape in Gen.OneOf(Gen.Frequency((6, Gen.Int[1, 12]), (2, Gen.Const(-1)), (1, Gen.Int[-3, 0])).Array[0, 4], Regrouped(input))
         select (input, shape)).Holds(sample =>
            Oracle.Agree(
                "Reshape",
                new Arguments(("shape", sample.shape)),
                sample.input,
                x => x.reshape([x.size(0), .. sample.shape.Select(size => (long)size)])));

    [Fact]
    public void The_rule_of_permute_is_that_of_libtorch() =>
        (from input in s_inputs
         from axes in Gen.OneOf(Gen.Int[0, 4].Array[0, 4], Gen.Shuffle(Enumerable.Range(1, input.Shape.Rank - 1).ToArray()))
         select (input, axes)).Holds(sample =>
            Oracle.Agree("Permute", new Arguments(("axes", sample.axes)), sample.input, x => x.permute([0, .. sample.axes.Select(axis => (long)axis)])));

    [Fact]
    public void The_rule_of_a_repeated_vector_is_that_of_libtorch() => Gen.Select(s_inputs, Gen.Int[1, 5]).Holds((input, n) =>
        Oracle.Agree("RepeatVector", new Arguments(("n", n)), input, x =>
            x.Dimensions == 2 ? x.unsqueeze(1).expand(-1, n, -1) : throw new InvalidOperationException("This is no vector.")));

    [Fact]
    public void A_vector_is_repeated_at_least_once() =>
        Assert.Equal("GG1006 at n", Rule.Infer("RepeatVector", new Arguments(("n", 0)), Rule.Floats(3)).ToString());

    [Fact]
    public void The_rule_of_a_new_axis_is_that_of_libtorch() => Gen.Select(s_inputs, Gen.Int[-7, 7])
        .Where((input, axis) => axis != 0 && axis != -input.Shape.Rank - 1)
        .Holds((input, axis) => Oracle.Agree("ExpandDims", new Arguments(("axis", axis)), input, x => x.unsqueeze(axis)));

    [Theory]
    [InlineData(0, "'y' (ExpandDims) makes an axis 0 | axis 0 is the batch, before which no axis comes |  | an axis from 1 to 3, or from -3 to -1")]
    [InlineData(-4, "'y' (ExpandDims) makes an axis -4 | axis 0 is the batch, before which no axis comes |  | an axis from 1 to 3, or from -3 to -1")]
    [InlineData(4, "'y' (ExpandDims) makes an axis 4 | of 'x' (N, 3, 4) it makes 4 axes |  | an axis from 1 to 3, or from -3 to -1")]
    [InlineData(-5, "'y' (ExpandDims) makes an axis -5 | of 'x' (N, 3, 4) it makes 4 axes |  | an axis from 1 to 3, or from -3 to -1")]
    public void A_new_axis_comes_behind_the_batch(int axis, string expected)
    {
        Outcome outcome = Rule.Infer("ExpandDims", new Arguments(("axis", axis)), Rule.Floats(3, 4));
        Assert.Equal("GG3009 at axis", outcome.ToString());
        Assert.Equal(expected, outcome.Messages);
    }

    [Fact]
    public void The_rule_of_squeezing_is_that_of_libtorch_among_axes_of_one() => Gen.Select(s_inputs, Gen.Int[-6, 6])
        .Where((input, axis) => input.Shape.Resolve(axis) is not 0)
        .Holds((input, axis) => Oracle.Agree("Squeeze", new Arguments(("axis", axis)), input, x =>
            x.size(axis) == 1 ? x.squeeze(axis) : throw new InvalidOperationException("libtorch would leave the axis.")));

    [Theory]
    [InlineData(0, "GG3009 at axis", "axis 0 of 'x' (N, 1, 3) is the batch, whose examples no layer mixes")]
    [InlineData(3, "GG3009 at axis", "'x' (N, 1, 3) has 3 axes")]
    [InlineData(2, "GG3006 at axis", "'y' (Squeeze) removes axis 2, of size 1 | in 'x' (N, 1, 3) it is 3 |  | axis 1")]
    public void Only_an_axis_of_one_is_removed(int axis, string expected, string message)
    {
        Outcome outcome = Rule.Infer("Squeeze", new Arguments(("axis", axis)), Rule.Floats(1, 3));
        Assert.Equal(expected, outcome.ToString());
        Assert.Contains(message, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public void Summaries_show_the_arguments()
    {
        string Describe(string kind, params (string, object?)[] arguments)
        {
            var layer = Rule.Layer(kind, arguments);
            return layer.Kind.Describe(layer);
        }

        Assert.Equal("Flatten", Describe("Flatten"));
        Assert.Equal("Reshape(2, -1)", Describe("Reshape", ("shape", new[] { 2, -1 })));
        Assert.Equal("Permute(2, 1)", Describe("Permute", ("axes", new[] { 2, 1 })));
        Assert.Equal("RepeatVector(3)", Describe("RepeatVector", ("n", 3)));
        Assert.Equal("Squeeze(2)", Describe("Squeeze", ("axis", 2)));
        Assert.Equal("ExpandDims(-1)", Describe("ExpandDims", ("axis", -1)));
    }

    /// <summary>A shape with as many elements, where some neighbouring axes are one, and perhaps one size is left open.</summary>
    private static Gen<int[]> Regrouped(TensorType input) =>
        from joins in Gen.Bool.Array[5]
        from open in Gen.Int[0, 8]
        select input.Shape.Axes.Skip(1).Select(axis => (int)axis.Value!.Value)
            .Aggregate(new List<int>(), (sizes, size) =>
            {
                if (sizes.Count > 0 && joins[sizes.Count]) sizes[^1] *= size;
                else sizes.Add(size);
                return sizes;
            })
            .Select((size, i) => i == open ? -1 : size).ToArray();
}
