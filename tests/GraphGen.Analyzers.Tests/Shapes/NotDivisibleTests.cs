using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class NotDivisibleTests
{
    private const string Input = "static readonly Input i = Input(6, 8, 8), s = Input(4, 9); ";
    private const string Used = " static readonly Output used = Concatenate(Flatten()(i), Flatten()(s));";

    [Theory]
    [Breaks(Rules.NotDivisible)]
    [InlineData("static readonly Output y = Conv2D(8, 3, groups: {|GG3005:4|})(i);")]
    [InlineData("static readonly Output y = Conv2D(8, 3, groups: {|GG3005:3|})(i);")]
    [InlineData("static readonly Output y = Conv1D(6, 3, groups: {|GG3005:3|})(s);")]
    [InlineData("const int groups = 5; static readonly Output y = Conv2D(10, 3, groups: {|GG3005:groups|})(i);")]
    [InlineData("static readonly Output y = PixelShuffle({|GG3005:2|})(i);")]
    public Task Groups_are_not_equal(string fields) => Build.ExpectModelAsync(Input + fields + Used);

    [Theory]
    [Keeps(Rules.NotDivisible)]
    [InlineData("static readonly Output y = Conv2D(8, 3, groups: 2)(i), z = Conv2D(6, 3, groups: 6)(i), w = Conv2D(7, 3, groups: 1)(i);")]
    [InlineData("static readonly Output y = Conv1D(8, 3, groups: 4)(s);")]
    [InlineData("static readonly Output y = PixelShuffle(2)(Conv2D(8, 1)(i)), z = PixelShuffle(1)(i), w = Flatten()(s);")]
    public Task Groups_are_equal(string fields) => Build.ExpectModelAsync(Input + fields + Used);

    [Fact]
    public async Task Says_what_is_divided() => Assert.Equal(
        "'y' (Conv2D) divides channels and filters into 4 groups of equal size: 'i' (N, 6, 8, 8) has 6 channels. Try a divisor of both 6 and 8.",
        (await Build.ExpectModelAsync("static readonly Input i = Input(6, 8, 8); static readonly Output y = Conv2D(8, 3, groups: {|GG3005:4|})(i);")).Message());
}
