using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

public sealed class FieldNotReadOnlyTests
{
    private const string Sound = "static readonly Input x = Input(1); static readonly Output y = Dense(1)(x);";

    [Theory]
    [Breaks(Rules.FieldNotReadOnly)]
    [InlineData("static Input {|GG1003:x|} = Input(1); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1); static Node {|GG1003:h|} = Dense(1)(x); static readonly Output y = Dense(1)(h);")]
    [InlineData("static readonly Input x = Input(1); static Output {|GG1003:y|} = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1); readonly Output {|GG1003:y|} = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1); Output {|GG1003:y|} = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1); static Layer {|GG1003:d|} = Dense(1); static readonly Output y = d(x);")]
    [InlineData("static Recurrent {|GG1003:r|} = LSTM(2); static readonly Input x = Input(3, 1); static readonly Output y = r(x);")]
    [InlineData("static Input {|GG1003:x|} = Input(1), {|GG1003:z|} = Input(1); static readonly Output y = x + z;")]
    public Task Modifiers_are_missing(string fields) => Build.ExpectModelAsync(fields);

    [Theory]
    [Breaks(Rules.FieldNotReadOnly)]
    [InlineData("static readonly Input? {|GG1003:x|}; static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1); static readonly Node? {|GG1003:h|}; static readonly Output y = Dense(1)(h);")]
    [InlineData("static readonly Input x = Input(1); static readonly Layer? {|GG1003:d|}; static readonly Output y = Dense(1, d)(x);")]
    [InlineData("static readonly Input x = Input(1); static readonly Output? {|GG1003:y|}; static M() => y = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1), {|GG1003:z|}; static readonly Output y = Dense(1)(x); static M() { z = x; }")]
    public Task The_initializer_is_missing(string fields) => Build.ExpectModelAsync(fields);

    [Theory]
    [Breaks(Rules.FieldNotReadOnly)]
    [InlineData("static Input {|GG1003:x|} => Input(1); static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1); static Node {|GG1003:h|} { get; } = Dense(1)(x); static readonly Output y = Dense(1)(h);")]
    [InlineData("static readonly Input x = Input(1); static Output {|GG1003:y|} => Dense(1)(x);")]
    public Task A_property_is_no_field(string fields) => Build.ExpectModelAsync(fields);

    [Theory]
    [Keeps(Rules.FieldNotReadOnly)]
    [InlineData(Sound)]
    [InlineData("public " + Sound)]
    [InlineData("internal static readonly Input x = Input(1), z = Input(1); protected static readonly Output y = x + z;")]
    [InlineData(Sound + " int count; public int Count => count++; static int s_total; public static int Total() => s_total++;")]
    [InlineData(Sound + " public static Node Twice(Node node) { Node twice = node + node; return twice; }")]
    [InlineData(Sound + " sealed class Inner { public Node? Node = null; public Layer Layer { get; } = ReLU; }")]
    public Task Graph_fields_and_other_members(string fields) => Build.ExpectModelAsync(fields);

    [Fact]
    public async Task Says_what_is_missing()
    {
        Assert.Equal(
            "'x' is not readonly: declare it as a 'static readonly' field with an initializer",
            (await Build.ExpectModelAsync("static Input {|GG1003:x|} = Input(1); static readonly Output y = Dense(1)(x);")).Message());
        Assert.Equal(
            "'y' is not static: declare it as a 'static readonly' field with an initializer",
            (await Build.ExpectModelAsync("static readonly Input x = Input(1); readonly Output {|GG1003:y|} = Dense(1)(x);")).Message());
        Assert.Equal(
            "'y' has no initializer: declare it as a 'static readonly' field with an initializer",
            (await Build.ExpectModelAsync("static readonly Input x = Input(1); static readonly Output? {|GG1003:y|}; static M() => y = Dense(1)(x);")).Message());
        Assert.Equal(
            "'y' is a property: declare it as a 'static readonly' field with an initializer",
            (await Build.ExpectModelAsync("static readonly Input x = Input(1); static Output {|GG1003:y|} => Dense(1)(x);")).Message());
    }
}
