using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

public sealed class NoInputOrOutputTests
{
    [Theory]
    [Breaks(Rules.NoInputOrOutput)]
    [InlineData("[Model] public partial class {|GG1008:M|};")]
    [InlineData("[Model] public partial class {|GG1008:M|} { static readonly Input x = Input(1); }")]
    [InlineData("[Model] public partial class {|GG1008:M|} { static readonly Input x = Input(1); static readonly Node h = Dense(1)(x); }")]
    [InlineData("[Model] public partial class {|GG1008:M|} { static readonly Output y = Dense(1)(); }")]
    [InlineData("[Model] public partial class {|GG1008:M|} { static readonly Layer d = Dense(1); }")]
    [InlineData("[Model] public partial class {|GG1008:M|} { public int Count => 3; }")]
    public Task An_input_or_output_is_missing(string source) => Build.ExpectAsync(source);

    [Theory]
    [Keeps(Rules.NoInputOrOutput)]
    [InlineData("[Model] public partial class M { static readonly Input x = Input(1); static readonly Output y = Dense(1)(x); }")]
    [InlineData("[Model] public partial class M { static readonly Input x = Input(1); static readonly Output y = x; }")]
    [InlineData("[Model] public partial class M { static readonly Input x = Input(1); } public partial class M { static readonly Output y = Dense(1)(x); }")]
    [InlineData("public partial class M;")]
    public Task Input_and_output_are_there(string source) => Build.ExpectAsync(source);

    [Theory]
    [InlineData("no output", "static readonly Input x = Input(1);")]
    [InlineData("no input", "static readonly Output y = Dense(1)();")]
    [InlineData("no input and no output", "")]
    public async Task Says_what_to_declare(string missing, string fields) => Assert.Equal(
        $"The model 'M' has {missing}: declare 'static readonly Input x = Input(...)' and 'static readonly Output y = ...'",
        (await Build.ExpectAsync($"[Model] public partial class {{|GG1008:M|}} {{ {fields} }}")).Message());
}
