using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class ElementTypeTests
{
    private const string Inputs = "static readonly Input f = Input(4), n = Input(DType.Int64, 4), b = Input(DType.Bool, 4), p = Input(DType.Int32, 1, 8, 8), d = Input(DType.Float64, 4);\n";
    private const string Used = " static readonly Output usedF = f, usedN = n, usedB = b, usedP = p, usedD = d;";

    [Theory]
    [Breaks(Rules.ElementType)]
    [InlineData("static readonly Output y = {|GG3008:Embedding(10, 3)(f)|};")]
    [InlineData("static readonly Output y = {|GG3008:Embedding(10, 3)(b)|};")]
    [InlineData("static readonly Output y = {|GG3008:Dense(3)(n)|};")]
    [InlineData("static readonly Output y = {|GG3008:Dense(3)(d)|};")]
    [InlineData("static readonly Output y = {|GG3008:Conv2D(3, 3)(p)|};")]
    [InlineData("static readonly Output y = {|GG3008:BatchNormalization()(n)|};")]
    [InlineData("static readonly Output y = {|GG3008:Softmax(n)|};")]
    [InlineData("static readonly Output y = {|GG3008:Softmax(b)|};")]
    [InlineData("static readonly Output y = {|GG3008:b - b|};")]
    [InlineData("static readonly Output y = {|GG3008:-b|};")]
    [InlineData("static readonly Output y = Dense(2)({|GG3008:Dense(3)(n)|});")]
    public Task The_layer_does_not_take_the_element_type(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Theory]
    [Keeps(Rules.ElementType)]
    [InlineData("static readonly Output y = Embedding(10, 3)(n), z = Dense(3)(f), w = Flatten()(p), t = Sigmoid(d);")]
    [InlineData("static readonly Output y = n + f, z = n * 2, w = -n, t = Concatenate(n, f), u = MaxPooling2D(2)(p);")]
    [InlineData("static readonly Output y = Dense(2)(n + f), z = Dense(2)(n * 0.5), w = Dense(2)(n / n);")]
    public Task The_layer_takes_the_element_type(string fields) => Build.ExpectModelAsync(Inputs + fields + Used);

    [Fact]
    public async Task Says_what_it_takes()
    {
        Assert.Equal(
            "'y' (Embedding) takes indices, of type Int64 or Int32: 'x' (N, 4) has Float32. Try 'Input(DType.Int64, ...)' for indices, or 'Dense' for numbers.",
            (await Build.ExpectModelAsync("static readonly Input x = Input(4); static readonly Output y = {|GG3008:Embedding(10, 3)(x)|};")).Message());
        Assert.Equal(
            "'y' (Dense) takes the model's floating type (Float32 unless constructed with another): 'x' (N, 4) Int64 has Int64. " +
            "Try 'Embedding' for indices, or an input of the model's floating type: 'Input(...)' without a DType.",
            (await Build.ExpectModelAsync("static readonly Input x = Input(DType.Int64, 4); static readonly Output y = {|GG3008:Dense(3)(x)|};")).Message());
    }
}
