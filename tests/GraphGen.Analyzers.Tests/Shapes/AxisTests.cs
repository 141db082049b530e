using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class AxisTests
{
    private const string Input = "static readonly Input x = Input(3, 4), z = Input(3, 4);\n";
    private const string Used = " static readonly Output used = x + z;";

    [Theory]
    [Breaks(Rules.Axis)]
    [InlineData("static readonly Output y = Concatenate({|GG3009:3|}, x, z);")]
    [InlineData("static readonly Output y = Concatenate({|GG3009:-4|}, x, z);")]
    [InlineData("static readonly Output y = Concatenate({|GG3009:0|}, x, z);")]
    [InlineData("static readonly Output y = Concatenate({|GG3009:-3|}, x, z);")]
    [InlineData("static readonly Output y = Mean(x, {|GG3009:3|});")]
    [InlineData("static readonly Output y = Sum(x, axis: {|GG3009:0|});")]
    [InlineData("static readonly Output y = SoftmaxAlong({|GG3009:5|})(x);")]
    [InlineData("static readonly Output y = LayerNormalization({|GG3009:3|})(x);")]
    [InlineData("static readonly Output y = x[.., .., .., {|GG3009:1|}];")]
    public Task The_tensor_does_not_have_the_axis(string fields) => Build.ExpectModelAsync(Input + fields + Used);

    [Theory]
    [Breaks(Rules.Axis)]
    [InlineData("static readonly Output y = Permute({|GG3009:1, 3|})(x);")]
    [InlineData("static readonly Output y = Permute({|GG3009:0, 1|})(x);")]
    [InlineData("static readonly Output y = Permute({|GG3009:1|})(x);")]
    [InlineData("static readonly Output y = {|GG3009:Permute()|}(x);")]
    [InlineData("static readonly Output y = Permute({|GG3009:1, 2, 3|})(x);")]
    [InlineData("static readonly int[] axes = [1, 3]; static readonly Output y = Permute({|GG3009:axes|})(x);")]
    public Task Not_a_permutation(string fields) => Build.ExpectModelAsync(Input + fields + Used);

    [Theory]
    [Breaks(Rules.ArgumentOutOfRange)]
    [InlineData("static readonly Output y = Permute({|GG1006:1, 1|})(x);")]
    [InlineData("static readonly Output y = Permute({|GG1006:2, 1, 2|})(x);")]
    public Task An_axis_named_twice_is_wrong_for_any_tensor(string fields) => Build.ExpectModelAsync(Input + fields + Used);

    [Theory]
    [Keeps(Rules.Axis)]
    [InlineData("static readonly Output y = Concatenate(1, x, z), w = Concatenate(-1, x, z), v = Concatenate(-2, x, z), u = Concatenate(2, x, z);")]
    [InlineData("static readonly Output y = Mean(x, 1), w = Sum(x, -1), v = SoftmaxAlong(2)(x), u = LayerNormalization(2)(x), t = Mean(x);")]
    [InlineData("static readonly Output y = Permute(2, 1)(x), w = Permute(1, 2)(x), v = Permute([2, 1])(x), u = x[.., .., 1];")]
    public Task The_tensor_has_the_axis(string fields) => Build.ExpectModelAsync(Input + fields + Used);

    [Fact]
    public async Task Says_which_axes_there_are()
    {
        Assert.Equal(
            "'y' (Concatenate) works along axis 3: 'x' (N, 3, 4) has 3 axes. Try an axis from 1 to 2, or from -2 to -1.",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = Concatenate({|GG3009:3|}, x, z);")).Message());
        Assert.Equal(
            "'y' (Mean) works along axis 0: axis 0 of 'x' (N, 3, 4) is the batch, whose examples no layer mixes. Try an axis from 1 to 2, or from -2 to -1.",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = Mean(x, {|GG3009:0|}), w = Mean(z, 1);")).Message());
        Assert.Equal(
            "'y' (Permute) names each axis after the batch once, counted from 1: for 'x' (N, 3, 4) there is no axis 3. Try an order of 1, 2.",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = Permute({|GG3009:1, 3|})(x), w = z;")).Message());
    }
}
