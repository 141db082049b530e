using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Declaration;

public sealed class NotPartialTests
{
    private const string Fields = "static readonly Input x = Input(1); static readonly Output y = Dense(1)(x);";

    [Theory]
    [Breaks(Rules.NotPartial)]
    [InlineData("[Model] public class {|GG1001:M|} { " + Fields + " }")]
    [InlineData("namespace A.B; [Model] internal sealed class {|GG1001:M|} { " + Fields + " }")]
    [InlineData("public class A { [Model] public partial class {|GG1001:M|} { " + Fields + " } }")]
    [InlineData("public class A { public partial class B { [Model] public class {|GG1001:M|} { " + Fields + " } } }")]
    [InlineData("public interface A { [Model] public partial class {|GG1001:M|} { " + Fields + " } }")]
    [InlineData("[Model] public class {|GG1001:M|} { " + Fields + " } [Model] public class {|GG1001:O|} { " + Fields + " }")]
    public Task Class_or_one_around_it_is_not_partial(string source) => Build.ExpectAsync(source);

    [Theory]
    [Keeps(Rules.NotPartial)]
    [InlineData("[Model] public partial class M { " + Fields + " }")]
    [InlineData("public partial class A { public partial struct B { [Model] public partial class M { " + Fields + " } } }")]
    [InlineData("public partial interface A<T> { public partial record B<U>(U Item) { [Model] public partial class M { " + Fields + " } } }")]
    [InlineData("public class M { static readonly Input x = Input(1); }")]
    public Task Class_is_partial_or_no_model(string source) => Build.ExpectAsync(source);

    [Fact]
    public async Task Says_which_type_to_make_partial()
    {
        Assert.Equal(
            "The model 'M' cannot get its generated half: add 'partial' to the declaration of 'M'",
            (await Build.ExpectAsync("[Model] public class {|GG1001:M|} { " + Fields + " }")).Message());
        Assert.Equal(
            "The model 'M' cannot get its generated half: add 'partial' to the declaration of 'Around'",
            (await Build.ExpectAsync("public class Around { [Model] public partial class {|GG1001:M|} { " + Fields + " } }")).Message());
    }
}
