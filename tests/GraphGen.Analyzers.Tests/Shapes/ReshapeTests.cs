using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class ReshapeTests
{
    private const string Input = "static readonly Input x = Input(3, 4); ";

    [Theory]
    [Breaks(Rules.Reshape)]
    [InlineData("static readonly Output y = Reshape({|GG3006:5|})(x);")]
    [InlineData("static readonly Output y = Reshape({|GG3006:3, 5|})(x);")]
    [InlineData("static readonly Output y = Reshape({|GG3006:-1, 5|})(x);")]
    [InlineData("static readonly Output y = Reshape({|GG3006:-1, -1|})(x);")]
    [InlineData("static readonly Output y = Reshape({|GG3006:[2, 5]|})(x);")]
    [InlineData("static readonly Output y = {|GG3006:Reshape()|}(x);")]
    [InlineData("static readonly Dim[] shape = [2, 5]; static readonly Output y = Reshape({|GG3006:shape|})(x);")]
    [InlineData("static readonly Layer r = Reshape({|GG3006:6, 2, 2|}); static readonly Output y = r(x), z = r(x * 2);")]
    public Task The_number_of_elements_differs(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Keeps(Rules.Reshape)]
    [InlineData("static readonly Output y = Reshape(12)(x), z = Reshape(2, 6)(x), w = Reshape(-1)(x), t = Reshape(2, -1, 2)(x), u = Reshape(3, 1, 4, 1)(x);")]
    public Task The_number_of_elements_is_the_same(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    public async Task Says_how_many_elements_there_are()
    {
        Assert.Equal(
            "'y' (Reshape) makes 10 elements of each example: 'x' (N, 3, 4) has 12. Try sizes whose product is 12.",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = Reshape({|GG3006:2, 5|})(x);")).Message());
        Assert.Equal(
            "'y' (Reshape) leaves at most one size open: 2 sizes are -1. Try one -1, and a number for each other size.",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = Reshape({|GG3006:-1, -1|})(x);")).Message());
    }
}
