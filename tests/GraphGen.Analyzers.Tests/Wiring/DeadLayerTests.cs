using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class DeadLayerTests
{
    private const string Input = "static readonly Input x = Input(1); ";

    [Theory]
    [Breaks(Rules.DeadLayer)]
    [InlineData("static readonly Node {|GG2002:h|} = Dense(1)(x); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Node h = Dense(1)(x), {|GG2002:g|} = Dense(1)(h); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Node h = Dense(1)(x), {|GG2002:g|} = Dense(1)(h), {|GG2002:f|} = ReLU(h); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Output y = Dense(1)(x); static readonly Node {|GG2002:h|} = Dense(1)(y);")]
    [InlineData("static readonly Layer d = Dense(1); static readonly Node {|GG2002:h|} = d(x); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Layer d = Dense(1); static readonly Node {|GG2002:h|} = d(x); static readonly Output y = d(x);")]
    [InlineData("static readonly Node {|GG2002:h|} = x; static readonly Output y = Dense(1)(x);")]
    [InlineData("[Tap] static readonly Node h = Dense(1)(x); static readonly Node {|GG2002:g|} = Dense(1)(h); static readonly Output y = Dense(1)(x);")]
    public Task A_node_reaches_no_output(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Keeps(Rules.DeadLayer)]
    [InlineData("static readonly Node h = Dense(1)(x); static readonly Output y = Dense(1)(h);")]
    [InlineData("static readonly Output y = Dense(1)(x), z = Dense(1)(x);")]
    [InlineData("static readonly Output z = Dense(1)(h), y = Dense(1)(x); static readonly Node h = Dense(1)(g), g = Dense(1)(x);")]
    [InlineData("static readonly Node h = Dense(1)(x); static readonly Node[] all = [h, x]; static readonly Output y = Add(all);")]
    [InlineData("[Tap] static readonly Node h = Dense(1)(x); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Node g = Dense(1)(x); [Tap] static readonly Node h = Dense(1)(g); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Layer d = Dense(1); [Tap] static readonly Node h = d(x); static readonly Output y = Dense(1)(x);")]
    public Task Every_node_reaches_an_output(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    public async Task Says_what_becomes_of_it() => Assert.Equal(
        "The node 'h' reaches no output, so that it is left out of the model: connect it to an output, or remove it",
        (await Build.ExpectModelAsync(Input + "static readonly Node {|GG2002:h|} = Dense(1)(x); static readonly Output y = Dense(1)(x);")).Message());
}
