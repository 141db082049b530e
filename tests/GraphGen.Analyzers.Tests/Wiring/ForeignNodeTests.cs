using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class ForeignNodeTests
{
    private const string Other = "[Model] public partial class Other { internal static readonly Input x = Input(1); internal static readonly Layer d = Dense(1); internal static readonly Output y = d(x); } ";

    [Theory]
    [Breaks(Rules.ForeignNode)]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = Dense(1)({|GG2006:Other.x|}) + x;")]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = x + {|GG2006:Other.y|};")]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = {|GG2006:Other.d|}(x);")]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = Dense(1, {|GG2006:Other.d|})(x);")]
    [InlineData("static readonly Input x = {|GG2006:Other.x|}; static readonly Output y = Dense(1)(x);")]
    [InlineData("static readonly Input x = Input(1); static readonly Node n = {|GG2006:Other.y|}; static readonly Output y = x + n;")]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = x + {|GG2006:Other.x|} + {|GG2006:Other.y|};")]
    public Task A_node_of_another_model(string fields) => Build.ExpectAsync(Other + $"[Model] public partial class M {{ {fields} }}");

    [Fact]
    [Breaks(Rules.ForeignNode)]
    public Task A_node_of_the_model_around() => Build.ExpectAsync(
        """
        [Model] public partial class Outer
        {
            static readonly Input x = Input(1);
            static readonly Output y = Dense(1)(x);

            [Model] public partial class Inner
            {
                static readonly Input z = Input(1);
                static readonly Output w = z + {|GG2006:x|};
            }
        }
        """);

    [Theory]
    [Keeps(Rules.ForeignNode)]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = M.x + x;")]
    [InlineData("static readonly Input x = Input(1); static readonly Output y = Dense(1)(x); public static Node Of() => Other.y;")]
    public Task Nodes_of_its_own(string fields) => Build.ExpectAsync(Other + $"[Model] public partial class M {{ {fields} }}");

    [Fact]
    public async Task Says_whose_it_is() => Assert.Equal(
        "'y' belongs to the model 'Other': a model can only use fields of its own, so declare it here too",
        (await Build.ExpectAsync(Other + "[Model] public partial class M { static readonly Input x = Input(1); static readonly Output y = x + {|GG2006:Other.y|}; }")).Message());
}
