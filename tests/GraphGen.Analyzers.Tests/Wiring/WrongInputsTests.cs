using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class WrongInputsTests
{
    private const string Input = "static readonly Input x = Input(1), z = Input(1); ";

    [Theory]
    [Breaks(Rules.WrongInputs)]
    [InlineData("static readonly Output y = {|GG2007:Dense(1)(x, z)|};")]
    [InlineData("static readonly Output y = {|GG2007:Dense(1)([x, z])|};")]
    [InlineData("static readonly Node h = {|GG2007:Dense(1)()|}; static readonly Output y = h + x + z;")]
    [InlineData("static readonly Output y = x + z + {|GG2007:Dense(1)()|};")]
    [InlineData("static readonly Output y = Dense(3)({|GG2007:ReLU(x, z)|});")]
    [InlineData("static readonly Layer d = Dense(1); static readonly Node a = {|GG2007:d(x, z)|}, b = d(z); static readonly Output y = a + b;")]
    [InlineData("static readonly Output y = z + {|GG2007:Add(x)|};")]
    [InlineData("static readonly Output y = z + {|GG2007:Concatenate(x)|};")]
    [InlineData("static readonly Output y = {|GG2007:Flatten()(x, z)|} + {|GG2007:Dense(1)(x, z, x)|};")]
    public Task A_wrong_number_of_inputs(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Breaks(Rules.WrongInputs)]
    [InlineData("static readonly Output y = {|GG2007:Dense(1)(x)[\"code\"]|} + z;")]
    [InlineData("static readonly Node h = Dense(1)(x); static readonly Output y = {|GG2007:h[\"h\"]|} + z;")]
    public Task An_output_name_where_there_are_none(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [Keeps(Rules.WrongInputs)]
    [InlineData("static readonly Output y = Dense(1)(x) + Dense(1)([z]);")]
    [InlineData("static readonly Output y = Add(x, z, x, z);")]
    [InlineData("static readonly Output y = Subtract(x, z);")]
    [InlineData("static readonly Node[] all = [x, z]; static readonly Output y = Concatenate(all);")]
    [InlineData("static readonly Input s = Input(3, 1); static readonly Recurrent r = GRU(1); static readonly Output y = r(s) + x + z;")]
    public Task The_right_number_of_inputs(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    public async Task Says_how_many_it_takes()
    {
        Assert.Equal(
            "'y' (Dense) takes 1 input, and is applied to 2",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = {|GG2007:Dense(1)(x, z)|};")).Message());
        Assert.Equal(
            "'h' (Dense) takes 1 input, and is applied to none",
            (await Build.ExpectModelAsync(Input + "static readonly Node h = {|GG2007:Dense(1)()|}; static readonly Output y = h + x + z;")).Message());
        Assert.Equal(
            "'y_add' (Add) takes at least 2 inputs, and is applied to 1",
            (await Build.ExpectModelAsync(Input + "static readonly Output y = z + {|GG2007:Add(x)|};")).Message());
        Assert.Equal(
            "'h' has one output, which has no name, and none called 'code': leave '[\"code\"]' out",
            (await Build.ExpectModelAsync(Input + "static readonly Node h = Dense(1)(x); static readonly Output y = {|GG2007:h[\"code\"]|} + z;")).Message());
    }
}
