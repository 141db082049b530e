using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class RepeatTests
{
    [Theory]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Repeat(3, Dense(8))(x);")]
    [InlineData("static readonly Input x = Input(8); static readonly Layer one = Dense(8); static readonly Output y = Repeat(3, one)(one(x));")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Repeat(1000, Dense(8))(x);")]
    public Task Repeated_rightly(string fields) => Build.ExpectModelAsync(fields);

    [Theory]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Repeat({|GG1006:0|}, Dense(8))(x);")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Repeat({|GG1006:1_000_000|}, Dense(8))(x);")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Repeat({|GG1006:100|}, Repeat(100, Dense(8)))(x);")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Repeat(3, {|GG1006:(Layer?)null|})(x);")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Repeat(3, {|GG1006:(Layer)Add|})(x);")]
    public Task Repeated_wrongly(string fields) => Build.ExpectModelAsync(fields);

    [Fact]
    public Task A_shape_that_one_makes_and_the_next_does_not_take() =>
        Build.ExpectModelAsync("static readonly Input x = Input(1, 8, 8); static readonly Output y = {|GG3001:Repeat(2, GlobalAveragePooling2D())(x)|};");
}
