using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class NeverAppliedTests
{
    private const string Sound = "static readonly Input x = Input(3, 1); static readonly Output y = Dense(1)(x); ";

    [Theory]
    [Breaks(Rules.NeverApplied)]
    [InlineData("static readonly Layer {|GG2005:d|} = Dense(1);")]
    [InlineData("static readonly Recurrent {|GG2005:r|} = LSTM(2);")]
    [InlineData("static readonly Layer {|GG2005:a|} = ReLU, {|GG2005:b|} = Dense(1, Sigmoid);")]
    [InlineData("static readonly Layer d = Dense(1), {|GG2005:e|} = TimeDistributed(d);")]
    [InlineData("static readonly Layer d = Dense(1), {|GG2005:e|} = d;")]
    public Task A_layer_is_never_applied(string fields) => Build.ExpectModelAsync(Sound + fields);

    [Theory]
    [Keeps(Rules.NeverApplied)]
    [InlineData("static readonly Layer d = Dense(1); static readonly Output z = d(x);")]
    [InlineData("static readonly Layer a = ReLU; static readonly Output z = Dense(1, a)(x);")]
    [InlineData("static readonly Layer d = Dense(1), e = TimeDistributed(d); static readonly Output z = e(x);")]
    [InlineData("static readonly Recurrent r = LSTM(2); static readonly Output z = r(x);")]
    public Task Every_layer_is_applied(string fields) => Build.ExpectModelAsync(Sound + fields);

    [Fact]
    public async Task Says_how_to_apply_it() => Assert.Equal(
        "The layer 'd' is never applied, so that it is left out of the model: apply it to a node, as in 'd(x)', or remove it",
        (await Build.ExpectModelAsync(Sound + "static readonly Layer {|GG2005:d|} = Dense(1);")).Message());
}
