using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class DisagreementTests
{
    private const string Inputs = "static readonly Input a = Input(4, 3), b = Input(5, 3), c = Input(4, 1), v = Input(3);\n";
    private const string Used = " static readonly Output used = Concatenate(Flatten()(a), Flatten()(b), Flatten()(c), v);";

    [Theory]
    [Breaks(Rules.Disagreement)]
    [InlineData("static readonly Output y = {|GG3002:a + b|};")]
    [InlineData("static readonly Output y = ({|GG3002:a - b|}) * 2;")]
    [InlineData("static readonly Output y = {|GG3002:a * b|} / c;")]
    [InlineData("static readonly Output y = a + {|GG3002:b / c|};")]
    [InlineData("static readonly Output y = {|GG3002:Add(a, c, b)|};")]
    [InlineData("static readonly Output y = {|GG3002:Maximum(a, b)|}, z = {|GG3002:Minimum(a, b)|}, w = {|GG3002:Average(a, b)|}, t = {|GG3002:Multiply(a, b)|}, r = {|GG3002:Subtract(a, b)|};")]
    [InlineData("static readonly Output y = {|GG3002:a + v|};")]
    [InlineData("static readonly Output y = {|GG3002:Concatenate(a, b)|};")]
    [InlineData("static readonly Output y = {|GG3002:Concatenate(1, a, c)|};")]
    [InlineData("static readonly Output y = Dense(1)({|GG3002:Concatenate(-1, a, a, b)|});")]
    public Task Sizes_do_not_agree(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Theory]
    [Keeps(Rules.Disagreement)]
    [InlineData("static readonly Output y = a + c, z = c + a, w = a * a;")]
    [InlineData("static readonly Output y = Concatenate(1, a, b), z = Concatenate(a, c), w = Concatenate(-2, a, b);")]
    [InlineData("static readonly Output y = Dense(7)(a) + Dense(7)(c), z = a[.., 0] + v;")]
    public Task Sizes_agree(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Fact]
    public async Task Says_why_axes_are_not_made_up()
    {
        Assert.Equal(
            "'y' (Add) cannot combine 'x' (N, 4, 3) and 'z' (N, 3): they have 3 and 2 axes, so that the batch of the one would meet axis 1 of the other. " +
            "Try inputs with as many axes, each of the same size in both, or of size 1 in one.",
            (await Build.ExpectModelAsync("static readonly Input x = Input(4, 3), z = Input(3); static readonly Output y = {|GG3002:x + z|};")).Message());
    }

    [Fact]
    public async Task Says_which_sizes_where_they_came_from_and_what_to_try()
    {
        IReadOnlyList<Diagnostic> found = await Build.ExpectModelAsync(
            """
            static readonly Input visible = Input(1, 32, 32);
            static readonly Node pool1 = Conv2D(32, kernel: 3)(visible);
            static readonly Node pool2 = Conv2D(16, kernel: 5)(visible);
            static readonly Node merge = {|GG3002:Concatenate(1, pool1, pool2)|};
            static readonly Output output = Dense(1)(Flatten()(merge));
            """);
        Assert.Equal(
            "'merge' (Concatenate) cannot join 'pool1' (N, 32, 30, 30) and 'pool2' (N, 16, 28, 28) along axis 1: axis 2 is 30 and 28. " +
            "Came from pool1 (N, 32, 30, 30) <- visible (N, 1, 32, 32); pool2 (N, 16, 28, 28) <- visible (N, 1, 32, 32). " +
            "Try 'Flatten()' on both, or layers before them that make equal sizes.",
            found.Message());
        Assert.Equal(["Conv2D(32, kernel: 3)(visible)", "visible", "Conv2D(16, kernel: 5)(visible)"], found.Related());
    }
}
