using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

public sealed class ArgumentOutOfRangeTests
{
    private const string Input = "static readonly Input x = Input(4); ";

    [Theory]
    [Breaks(Rules.ArgumentOutOfRange)]
    [InlineData("static readonly Output y = Dense({|GG1006:0|})(x);")]
    [InlineData("static readonly Output y = Dense({|GG1006:-3|})(x);")]
    [InlineData("static readonly Output y = Dense({|GG1006:3 - 3|})(x);")]
    [InlineData("const int units = 0; static readonly Output y = Dense({|GG1006:units|})(x);")]
    [InlineData("static readonly int units = -1; static readonly Output y = Dense({|GG1006:units|})(x);")]
    [InlineData("static readonly Output y = Dense(bias: true, units: {|GG1006:0|})(x);")]
    [InlineData("static readonly Input z = Input({|GG1006:0|}); static readonly Output y = Dense(1)(x) + Dense(1)(z);")]
    [InlineData("static readonly Input z = Input(3, {|GG1006:-1|}, 4); static readonly Output y = Dense(1)(x), w = ReLU(z);")]
    [InlineData("static readonly Input z = Input([3, {|GG1006:0|}]); static readonly Output y = Dense(1)(x), w = ReLU(z);")]
    [InlineData("static readonly Dim[] shape = [3, 0]; static readonly Input z = Input({|GG1006:shape|}); static readonly Output y = Dense(1)(x), w = ReLU(z);")]
    [InlineData("static readonly Input z = Input({|GG1006:(DType)99|}, 3); static readonly Output y = Dense(1)(x), w = ReLU(z);")]
    [InlineData("static readonly Output y = Dropout({|GG1006:1|})(x);")]
    [InlineData("static readonly Output y = Dropout({|GG1006:-0.1|})(x);")]
    [InlineData("static readonly Output y = Dropout({|GG1006:double.NaN|})(x);")]
    [InlineData("static readonly Input i = Input(1, 8, 8); static readonly Output y = Conv2D({|GG1006:0|}, 3)(i), z = ReLU(x);")]
    [InlineData("static readonly Input i = Input(1, 8, 8); static readonly Output y = Conv2D(2, {|GG1006:0|})(i), z = ReLU(x);")]
    [InlineData("static readonly Input i = Input(1, 8, 8); static readonly Output y = Conv2D(2, {|GG1006:(3, 3, 3)|})(i), z = ReLU(x);")]
    [InlineData("static readonly Input i = Input(1, 8, 8); static readonly Output y = Conv2D(2, 3, groups: {|GG1006:0|})(i), z = ReLU(x);")]
    [InlineData("static readonly Input i = Input(1, 8, 8); static readonly Output y = MaxPooling2D(2, strides: {|GG1006:(1, 0)|})(i), z = ReLU(x);")]
    [InlineData("static readonly Output y = LeakyReLU({|GG1006:double.PositiveInfinity|})(x);")]
    [InlineData("static readonly Input i = Input(DType.Int64, 5); static readonly Output y = Embedding({|GG1006:0|}, 3)(i), z = ReLU(x);")]
    [InlineData("static readonly Input i = Input(5, 3); static readonly Output y = LSTM(4, layers: {|GG1006:0|})(i), z = ReLU(x);")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Normal({|GG1006:0|}))(x);")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Normal({|GG1006:-0.1|}))(x);")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Normal({|GG1006:double.NaN|}))(x);")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Uniform(1, {|GG1006:1|}))(x);")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Uniform(b: {|GG1006:-1|}, a: 0))(x);")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Uniform({|GG1006:double.NegativeInfinity|}, 1))(x);")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Uniform(-1e308, {|GG1006:1e308|}))(x);")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Constant({|GG1006:double.PositiveInfinity|}))(x);")]
    [InlineData("static readonly Initializer i = Init.Normal({|GG1006:0|}); static readonly Output y = Dense(1, initializer: i)(Dense(2, initializer: i)(x));")]
    [InlineData("static readonly Input i = Input(5, 3); static readonly Output y = GRU(4, initializer: Init.Normal({|GG1006:0|}))(i), z = ReLU(x);")]
    public Task The_argument_is_out_of_range(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Breaks(Rules.ArgumentOutOfRange)]
    [InlineData("[{|GG1006:Name(\"\")|}]")]
    [InlineData("[{|GG1006:Name(\"a.b\")|}]")]
    public Task The_key_is_none(string attribute) => Build.ExpectModelAsync(Input + attribute + " static readonly Output y = Dense(1)(x);");

    [Theory]
    [Keeps(Rules.ArgumentOutOfRange)]
    [InlineData("static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input z = Input(); static readonly Output y = Dense(1)(x), w = ReLU(z);")]
    [InlineData("static readonly Output y = Dropout(0)(Dropout(0.999)(x));")]
    [InlineData("static readonly Input i = Input(1, 8, 8); static readonly Output y = Conv2D(1, (1, 1), strides: 1, padding: 0, dilation: (1, 1), groups: 1)(i), z = ReLU(x);")]
    [InlineData("[Name(\"a_b-c\")] static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Normal(1e-9))(Dense(2, initializer: Init.Uniform(-2, -1))(x));")]
    [InlineData("static readonly Output y = Dense(1, initializer: Init.Constant(-3))(Dense(2, initializer: Init.Orthogonal)(x));")]
    public Task The_argument_is_within_range(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    public async Task Says_the_range()
    {
        Assert.Equal("'units' is 0, and must be at least 1", (await Build.ExpectModelAsync(Input + "static readonly Output y = Dense({|GG1006:0|})(x);")).Message());
        Assert.Equal("'std' is 0, and must be above 0", (await Build.ExpectModelAsync(Input + "static readonly Output y = Dense(1, initializer: Init.Normal({|GG1006:0|}))(x);")).Message());
        Assert.Equal(
            "'b' is -1, and must be above 'a', which is 0.5",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = Dense(1, initializer: Init.Uniform(0.5, {|GG1006:-1|}))(x);")).Message());
        Assert.Equal("'rate' is 1, and must be in [0, 1)", (await Build.ExpectModelAsync(Input + "static readonly Output y = Dropout({|GG1006:1|})(x);")).Message());
        Assert.Equal(
            "'shape' is -1, and must be at least 1 in every axis",
            (await Build.ExpectModelAsync("static readonly Input x = Input({|GG1006:-1|}); static readonly Output y = Dense(1)(x);")).Message());
        Assert.Equal(
            "'Name' is 'a.b', and must be a name that is not empty and has no dot, which separates the parts of a key",
            (await Build.ExpectModelAsync(Input + "[{|GG1006:Name(\"a.b\")|}] static readonly Output y = Dense(1)(x);")).Message());
    }
}
