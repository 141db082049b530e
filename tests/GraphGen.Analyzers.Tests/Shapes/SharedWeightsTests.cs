using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class SharedWeightsTests
{
    private const string Inputs = "static readonly Input a = Input(4), b = Input(5), i = Input(3, 8, 8), j = Input(1, 8, 8), s = Input(7, 4), t = Input(9, 5);\n";
    private const string Used = " static readonly Output used = Concatenate(a, b, Flatten()(i), Flatten()(j), Flatten()(s), Flatten()(t));";

    [Theory]
    [Breaks(Rules.SharedWeights)]
    [InlineData("static readonly Layer d = Dense(2); static readonly Output y = d(a), z = {|GG3003:d(b)|};")]
    [InlineData("static readonly Layer d = Dense(2); static readonly Output y = {|GG3003:d(d(a))|};")]
    [InlineData("static readonly Layer d = Dense(2); static readonly Output y = d(a), z = {|GG3003:d(b)|}, w = {|GG3003:d(Dense(3)(a))|};")]
    [InlineData("static readonly Layer c = Conv2D(2, 3); static readonly Output y = c(i), z = {|GG3003:c(j)|};")]
    [InlineData("static readonly Recurrent r = LSTM(2); static readonly Output y = r(s), z = {|GG3003:r(t)|};")]
    [InlineData("static readonly Layer d = TimeDistributed(Dense(2)); static readonly Output y = d(s), z = {|GG3003:d(t)|};")]
    [InlineData("static readonly Layer n = LayerNormalization(); static readonly Output y = n(a), z = {|GG3003:n(b)|};")]
    [InlineData("static readonly Layer n = BatchNormalization(); static readonly Output y = n(i), z = {|GG3003:n(j)|};")]
    [InlineData("static readonly Layer d = Dense(2), e = Dense(3, d); static readonly Output y = e(a), z = {|GG3003:d(b)|};")]
    public Task Inputs_need_different_weights(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Theory]
    [Keeps(Rules.SharedWeights)]
    [InlineData("static readonly Layer d = Dense(2); static readonly Output y = d(a), z = d(a * 2), w = d(s);")]
    [InlineData("static readonly Layer d = Dense(4); static readonly Output y = d(d(d(a)));")]
    [InlineData("static readonly Layer p = MaxPooling2D(2), f = Flatten(), r = ReLU; static readonly Output y = f(p(i)), z = f(p(j)), w = r(a), t2 = r(b);")]
    [InlineData("static readonly Recurrent r = LSTM(2); static readonly Output y = r(s), z = r(s[.., 1..]);")]
    [InlineData("static readonly Output y = Dense(2)(a), z = Dense(2)(b);")]
    public Task Inputs_need_the_same_weights(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Fact]
    public async Task Says_which_weights_and_where_they_were_fixed()
    {
        IReadOnlyList<Diagnostic> found = await Build.ExpectModelAsync(
            """
            static readonly Input left = Input(8), right = Input(6);
            static readonly Layer encoder = Dense(3);
            static readonly Node a = encoder(left), b = {|GG3003:encoder(right)|};
            static readonly Output y = a + b;
            """);
        Assert.Equal(
            "'encoder' (Dense) is shared, and its weight is (3, 8) since 'a' applied it to (N, 8): 'b' applies it to 'right' (N, 6), which needs (3, 6). Try inputs of equal size, or a layer of its own for each.",
            found.Message());
        Assert.Equal(["right", "encoder(left)"], found.Related());
    }
}
