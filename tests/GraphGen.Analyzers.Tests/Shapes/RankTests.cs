using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class RankTests
{
    private const string Inputs = "static readonly Input i = Input(3, 8, 8), s = Input(8, 3), v = Input(4), n = Input();\n";
    private const string Used = " static readonly Output used = Concatenate(Flatten()(i), Flatten()(s), v, Reshape(1)(n));";

    [Theory]
    [Breaks(Rules.Rank)]
    [InlineData("static readonly Output y = {|GG3001:Dense(1)(n)|};")]
    [InlineData("static readonly Output y = {|GG3001:Conv2D(4, 3)(s)|};")]
    [InlineData("static readonly Output y = {|GG3001:Conv1D(4, 3)(i)|};")]
    [InlineData("static readonly Output y = {|GG3001:Conv3D(4, 3)(v)|};")]
    [InlineData("static readonly Output y = {|GG3001:MaxPooling2D(2)(v)|};")]
    [InlineData("static readonly Output y = {|GG3001:GlobalAveragePooling1D()(i)|};")]
    [InlineData("static readonly Output y = {|GG3001:LSTM(4)(v)|};")]
    [InlineData("static readonly Recurrent r = GRU(4); static readonly Output y = {|GG3001:r(i)|};")]
    [InlineData("static readonly Output y = {|GG3001:TimeDistributed(Dense(1))(v)|};")]
    [InlineData("static readonly Output y = {|GG3001:Softmax(n)|};")]
    [InlineData("static readonly Output y = {|GG3001:Concatenate(i, s)|};")]
    [InlineData("static readonly Output y = {|GG3001:Concatenate(1, s, v)|};")]
    [InlineData("static readonly Output y = Dense(1)(Flatten()({|GG3001:Conv2D(4, 3)(v)|}));")]
    public Task Another_number_of_axes(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Theory]
    [Keeps(Rules.Rank)]
    [InlineData("static readonly Output y = Dense(1)(v), z = Dense(1)(s), w = Dense(1)(i);")]
    [InlineData("static readonly Output y = Conv2D(4, 3)(i), z = Conv1D(4, 3)(s), w = LSTM(4)(s), t = TimeDistributed(Dense(1))(s);")]
    [InlineData("static readonly Output y = Concatenate(Flatten()(i), v);")]
    [InlineData("static readonly Output y = ReLU(n), z = Reshape(1, 1)(n);")]
    public Task The_right_number_of_axes(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Fact]
    public async Task Says_what_it_takes_what_it_got_where_that_came_from_and_what_to_try()
    {
        IReadOnlyList<Diagnostic> rank = await Build.ExpectModelAsync(
            """
            static readonly Input visible = Input(3, 8, 8);
            static readonly Node flat = Flatten()(visible);
            static readonly Node hidden = Dense(10)(flat);
            static readonly Output output = {|GG3001:Conv2D(4, kernel: 3)(hidden)|};
            """);
        Assert.Equal(
            "'output' (Conv2D) takes 4 axes (N C H W): 'hidden' (N, 10) has 2 axes. Came from hidden (N, 10) <- flat (N, 192) <- visible (N, 3, 8, 8). Try 'Reshape(channels, height, width)' before it.",
            rank.Message());
        Assert.Equal(["Dense(10)(flat)", "Flatten()(visible)", "visible"], rank.Related());
    }

    [Theory]
    [InlineData("BatchNormalization()", "Input(8, 4)", "Input(8, 4, 4)")]
    [InlineData("BatchNormalization()", "Input(8)", "Input(8, 4, 4)")]
    [InlineData("InstanceNormalization(affine: true)", "Input(8, 4)", "Input(8, 4, 4)")]
    public Task A_shared_normalization_is_made_for_a_number_of_axes(string layer, string first, string second) => Build.ExpectModelAsync(
        $"static readonly Layer shared = {layer}; static readonly Input a = {first}, b = {second}; static readonly Output y = shared(a), z = {{|GG3001:shared(b)|}};");

    [Fact]
    public Task A_shared_normalization_without_weights_takes_any_number_of_axes() => Build.ExpectModelAsync(
        "static readonly Layer shared = InstanceNormalization(); static readonly Input a = Input(8, 4), b = Input(8, 4, 4); static readonly Output y = shared(a), z = shared(b);");
}
