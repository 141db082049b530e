using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class DoesNotFitTests
{
    private const string Inputs = "static readonly Input i = Input(3, 8, 6), s = Input(5, 4), v = Input(2, 3, 3, 3);\n";
    private const string Used = " static readonly Output used = Concatenate(Flatten()(i), Flatten()(s), Flatten()(v));";

    [Theory]
    [Breaks(Rules.DoesNotFit)]
    [InlineData("static readonly Output y = Conv2D(2, {|GG3004:7|})(i);")]
    [InlineData("static readonly Output y = Conv2D(2, kernel: {|GG3004:(9, 1)|})(i);")]
    [InlineData("static readonly Output y = Conv2D(2, {|GG3004:3|}, dilation: 4)(i);")]
    [InlineData("static readonly Output y = Conv2D(2, {|GG3004:11|}, padding: 2)(i);")]
    [InlineData("static readonly Output y = Conv1D(2, {|GG3004:5|})(s);")]
    [InlineData("static readonly Output y = Conv3D(2, {|GG3004:4|})(v);")]
    [InlineData("static readonly Output y = MaxPooling2D({|GG3004:(2, 7)|})(i);")]
    [InlineData("static readonly Output y = AveragePooling1D({|GG3004:5|})(s);")]
    [InlineData("const int size = 7; static readonly Output y = MaxPooling2D({|GG3004:size|})(MaxPooling2D(2)(i));")]
    [InlineData("static readonly Dim T = Dim.Dynamic(max: 6); static readonly Input t = Input(1, T); static readonly Output y = MaxPooling1D({|GG3004:7|})(t);")]
    public Task A_window_is_larger_than_its_input(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Theory]
    [Breaks(Rules.DoesNotFit)]
    [InlineData("static readonly Output y = Cropping1D({|GG3004:(1, 3)|})(s);")]
    [InlineData("static readonly Output y = Cropping2D({|GG3004:((0, 0), (2, 4))|})(i);")]
    [InlineData("static readonly Padding edge = 2; static readonly Output y = Cropping3D(cropping: {|GG3004:edge|})(v);")]
    public Task A_cropping_leaves_nothing(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Theory]
    [Breaks(Rules.DoesNotFit)]
    [InlineData("static readonly Output y = s[.., {|GG3004:5|}];")]
    [InlineData("static readonly Output y = s[.., {|GG3004:^6|}];")]
    [InlineData("static readonly Output y = s[.., {|GG3004:2..6|}];")]
    [InlineData("static readonly Output y = s[.., .., {|GG3004:3..3|}];")]
    [InlineData("static readonly Output y = s[.., {|GG3004:3..2|}];")]
    [InlineData("static readonly Output y = s[.., {|GG3004:-1|}];")]
    public Task A_slice_lies_beyond_its_axis(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Theory]
    [Keeps(Rules.DoesNotFit)]
    [InlineData("static readonly Output y = Conv2D(2, (8, 6))(i), z = Conv2D(2, 9, padding: Padding.Same)(i), w = Conv2D(2, 3, dilation: (3, 2))(i), t = Conv2D(2, 10, padding: 2)(i);")]
    [InlineData("static readonly Output y = MaxPooling2D((8, 6))(i), z = AveragePooling1D(4)(s), w = MaxPooling3D(3)(v);")]
    [InlineData("static readonly Output y = Cropping1D((1, 2))(s), z = Cropping2D(((0, 0), (2, 3)))(i), w = Cropping3D(1)(v), t = Cropping2D((3, 2))(i);")]
    [InlineData("static readonly Output y = s[.., 4], z = s[.., ^5], w = s[.., 0..5], t = s[.., .., 3..], u = s[.., ^1..];")]
    public Task It_fits(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Fact]
    public async Task Says_how_much_there_is()
    {
        IReadOnlyList<Diagnostic> window = await Build.ExpectModelAsync(
            """
            static readonly Input visible = Input(1, 16, 16);
            static readonly Node pool = MaxPooling2D(4)(visible);
            static readonly Output output = Conv2D(8, kernel: {|GG3004:5|})(pool);
            """);
        Assert.Equal(
            "'output' (Conv2D) looks at 5 elements at once along axis 2: 'pool' (N, 1, 4, 4) has 4 there. Came from pool (N, 1, 4, 4) <- visible (N, 1, 16, 16). " +
            "Try at most 4 for that axis, or 'padding: Padding.Same'.",
            window.Message());
        Assert.Equal(["MaxPooling2D(4)(visible)", "visible"], window.Related());
        Assert.Equal(
            "'y' takes position 5 of axis 1: 'x' (N, 5) has 5 there. Try a position from 0 to 4, or from ^5 to ^1.",
            (await Build.ExpectModelAsync("static readonly Input x = Input(5); static readonly Output y = x[.., {|GG3004:5|}];")).Message());
        Assert.Equal(
            "'y' takes 2..7 of axis 1: 'x' (N, 5) has 5 there. Try a range within 0..5 that is not empty.",
            (await Build.ExpectModelAsync("static readonly Input x = Input(5); static readonly Output y = x[.., {|GG3004:2..7|}];")).Message());
    }
}
