using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class DisconnectedInputTests
{
    [Theory]
    [Breaks(Rules.DisconnectedInput)]
    [InlineData("static readonly Input x = Input(1), {|GG2001:z|} = Input(1); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input {|GG2001:z|} = Input(1), {|GG2001:w|} = Input(1), x = Input(1); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1), {|GG2001:z|} = Input(1); static readonly Node h = Dense(1)(z); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1), {|GG2001:z|} = Input(1); static readonly Node h = Dense(1)(z), g = Dense(1)(h), f = Dense(1)(g); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1), {|GG2001:z|} = Input(1); static readonly Node h = z + x; static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1), {|GG2001:z|} = Input(1), {|GG2001:w|} = Input(1); static readonly Node h = z + w; static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Output y = Dense(1)(x); static readonly Node h = Dense(1)(z); static readonly Input x = Input(1), {|GG2001:z|} = Input(1);")]
    public Task An_input_reaches_no_output(string fields) => Build.ExpectModelAsync(fields);

    [Theory]
    [Breaks(Rules.DisconnectedInput)]
    [InlineData("static readonly Input x = Input(4), {|GG2001:z|} = Input(4); static readonly Output y = F(x, z); static Node F(Node a, Node b) => Dense(1)(a);")]
    [InlineData("static readonly Input x = Input(4), {|GG2001:z|} = Input(4); static readonly Output y = F(x, Abs(z), false); static Node F(Node a, Node b, bool both) => both ? a + b : a;")]
    [InlineData("static readonly Input x = Input(4), {|GG2001:z|} = Input(4); static readonly Output y = F(x, z)[0]; static Node[] F(Node a, Node b) => [Abs(a), Exp(b)];")]
    public Task A_helper_leaves_it_out(string fields) => Build.ExpectModelAsync(fields);

    [Theory]
    [Keeps(Rules.DisconnectedInput)]
    [InlineData("static readonly Input x = Input(4), z = Input(4); static readonly Output y = F(x, z); static Node F(Node a, Node b) => a + b;")]
    [InlineData("static readonly Input x = Input(4), z = Input(4); static readonly Output y = F(x); static Node F(Node a) => a + z;")]
    [InlineData("static readonly Input x = Input(4), z = Input(4); [Tap] static readonly Node n = F(z); static readonly Output y = F(x); static Node F(Node a) => Abs(a);")]
    public Task A_helper_takes_it_in(string fields) => Build.ExpectModelAsync(fields);

    [Theory]
    [Keeps(Rules.DisconnectedInput)]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = x;")]
    [InlineData("static readonly Input x = Input(1), z = Input(1); static readonly Output y = Dense(1)(x), w = Dense(1)(z);")]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = Dense(1)(x); static readonly Output z = Dense(1)(y);")]
    [InlineData("static readonly Output y = h; static readonly Node h = g; static readonly Node g = x; static readonly Input x = Input(1);")]
    [InlineData("static readonly Input x = Input(1), z = Input(1); static readonly Node[] all = [x, z]; static readonly Output y = Add(all);")]
    [InlineData("static readonly Input x = Input(1), z = Input(1); [Tap] static readonly Node h = Dense(1)(z); static readonly Output y = Dense(1)(x);")]
    public Task Every_input_reaches_an_output(string fields) => Build.ExpectModelAsync(fields);

    [Fact]
    public async Task Says_where_the_way_ends()
    {
        Assert.Equal(
            "The input 'z' reaches no output: nothing reads it. Connect it to an output, or remove it.",
            (await Build.ExpectModelAsync("static readonly Input x = Input(1), {|GG2001:z|} = Input(1); static readonly Output y = Dense(1)(x);")).Message());
        IReadOnlyList<Diagnostic> ends = await Build.ExpectModelAsync(
            "static readonly Input x = Input(1), {|GG2001:z|} = Input(1); static readonly Node h = Dense(1)(z), g = Dense(1)(h), f = ReLU(z); static readonly Output y = Dense(1)(x);");
        Assert.Equal("The input 'z' reaches no output: the way ends at 'g', 'f'. Connect it to an output, or remove it.", ends.Message());
        Assert.Equal(["g", "f"], ends.Related());
    }
}
