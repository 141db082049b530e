using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class CycleTests
{
    private const string Input = "static readonly Input x = Input(1); ";

    [Theory]
    [Breaks(Rules.Cycle)]
    [InlineData("static readonly Node {|GG2004:a|} = Dense(1)(a); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Output {|GG2004:y|} = Dense(1)(y);")]
    [InlineData("static readonly Node {|GG2004:a|} = Dense(1)(b) + x, b = Dense(1)(a); static readonly Output y = Dense(1)(b);")]
    [InlineData("static readonly Output {|GG2004:y|} = Dense(1)(c); static readonly Node c = Dense(1)(b), b = Dense(1)(a), a = x + y;")]
    [InlineData("static readonly Node {|GG2004:a|} = x + b, b = Dense(1)(a), {|GG2004:c|} = x + d, d = Dense(1)(c); static readonly Output y = b + d;")]
    [InlineData("static readonly Layer {|GG2004:d|} = Dense(1, e), e = TimeDistributed(d); static readonly Output y = d(x);")]
    [InlineData("static readonly int {|GG2004:m|} = n, n = m; static readonly Output y = Dense(m)(x);")]
    public Task The_graph_has_a_cycle(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Breaks(Rules.Cycle)]
    [InlineData("static readonly Node h = Dense(1)(x), {|GG2004:a|} = Dense(1)(c), b = Dense(1)(a), c = Dense(1)(b), dead = Dense(1)(b); static readonly Output y = Dense(1)(c);")]
    [InlineData("static readonly Node {|GG2004:a|} = Dense(1)(a); static readonly Output y = Dense(3)(a), z = Dense(3)(Dense(2)(y));")]
    [InlineData("static readonly Layer d = Dense(1); static readonly Node h = d(x), {|GG2004:a|} = d(b), b = d(a); static readonly Output y = d(b);")]
    [InlineData("static readonly Layer d = Dense(1); static readonly Node {|GG2004:a|} = Dense(1)(b), b = Dense(1)(a); static readonly Output y = ReLU(b);")]
    public Task What_follows_from_a_cycle_is_not_reported(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Keeps(Rules.Cycle)]
    [InlineData("static readonly Output y = c; static readonly Node c = b + a, b = Dense(1)(a), a = Dense(1)(x);")]
    [InlineData("static readonly Layer d = Dense(1); static readonly Node a = d(x), b = d(a), c = d(b); static readonly Output y = d(c);")]
    [InlineData("static readonly Node a = Dense(1)(x), b = Dense(1)(a), c = Dense(1)(a); static readonly Output y = b + c + a;")]
    public Task A_graph_without_cycles(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    public async Task Walks_the_cycle_along_the_data()
    {
        IReadOnlyList<Diagnostic> cycle = await Build.ExpectModelAsync(
            Input + "static readonly Node {|GG2004:a|} = Dense(1)(c) + x, b = Dense(1)(a), c = Dense(1)(b); static readonly Output y = Dense(1)(b);");
        Assert.Equal("The graph has a cycle, a -> b -> c -> a: a node cannot be made from itself, so let one of them read another node", cycle.Message());
        Assert.Equal(["b", "c"], cycle.Related());
    }
}
