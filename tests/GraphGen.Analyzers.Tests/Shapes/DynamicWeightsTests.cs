using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class DynamicWeightsTests
{
    private const string Dims = "static readonly Dim T = Dim.Dynamic(), width = Dim.Parameter(8); static readonly Input x = Input(T, width); ";

    [Theory]
    [Breaks(Rules.DynamicWeights)]
    [InlineData("static readonly Output y = {|GG3007:Dense(1)(Permute(2, 1)(x))|};")]
    [InlineData("static readonly Output y = {|GG3007:Dense(T + 1)(x)|};")]
    [InlineData("static readonly Output y = {|GG3007:LSTM(4)(Permute(2, 1)(x))|};")]
    public Task Weights_depend_on_a_call(string fields) => Build.ExpectModelAsync(Dims + fields);

    [Theory]
    [Keeps(Rules.DynamicWeights)]
    [InlineData("static readonly Output y = Dense(4 * width)(x);")]
    [InlineData("static readonly Output y = LSTM(width)(x);")]
    public Task Weights_depend_on_parameters(string fields) => Build.ExpectModelAsync(Dims + fields);

    [Fact]
    public async Task Says_which_dimension() => Assert.Equal(
        "'y' (Dense) has a weight of (1, T), whose size is fixed when the model is constructed: T of 'y_permute' (N, width, T) is another for each call. "
        + "Came from y_permute (N, width, T) <- x (N, T, width). Try a global pooling before it, a fixed size, or 'Dim.Parameter'.",
        (await Build.ExpectModelAsync(Dims + "static readonly Output y = {|GG3007:Dense(1)(Permute(2, 1)(x))|};")).Message());
}
