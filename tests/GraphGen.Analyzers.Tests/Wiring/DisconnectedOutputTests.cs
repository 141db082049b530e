using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class DisconnectedOutputTests
{
    private const string Input = "static readonly Input x = Input(1); ";

    [Theory]
    [Breaks(Rules.DisconnectedOutput)]
    [InlineData("static readonly Output {|GG2003:y|} = Dense(1)();")]
    [InlineData("static readonly Output y = Dense(1)(x), {|GG2003:z|} = Dense(1)();")]
    [InlineData("static readonly Output {|GG2003:y|} = Add(), {|GG2003:z|} = Concatenate();")]
    [InlineData("static readonly Layer d = Dense(1); static readonly Output {|GG2003:y|} = d();")]
    [InlineData("static readonly Output {|GG2003:y|} = Add([]);")]
    [InlineData("static readonly Output {|GG2003:y|} = Dense(1)(); static readonly Output {|GG2003:z|} = Dense(1)(y);")]
    [InlineData("static readonly Output y = x, {|GG2003:z|} = F(x); static Node F(Node a) => Weight(3);")]
    public Task An_output_depends_on_no_input(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Keeps(Rules.DisconnectedOutput)]
    [InlineData("static readonly Output y = x;")]
    [InlineData("static readonly Output y = Dense(1)(x), z = Dense(1)(y);")]
    [InlineData("static readonly Node h = x * 0; static readonly Output y = h + 1;")]
    public Task Every_output_depends_on_an_input(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    public async Task Says_what_it_would_be() => Assert.Equal(
        "The output 'z' depends on no input, so that it would be the same for every batch: connect it to an input, or remove it",
        (await Build.ExpectModelAsync(Input + "static readonly Output y = Dense(1)(x), {|GG2003:z|} = Dense(1)();")).Message());
}
