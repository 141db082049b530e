using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Shapes;

public sealed class OpenQuestionTests
{
    private const string Dims = "static readonly Dim T = Dim.Dynamic(), U = Dim.Dynamic(); static readonly Input a = Input(T, 4), b = Input(U, 4); ";

    [Theory]
    [Breaks(Rules.OpenQuestion)]
    [InlineData("static readonly Output y = {|GG3011:Concatenate(a, b)|};")]
    public Task Sizes_may_differ(string fields) => Build.ExpectModelAsync(Dims + fields);

    [Theory]
    [Keeps(Rules.OpenQuestion)]
    [InlineData("static readonly Output y = Concatenate(a, a), z = Concatenate(1, a, b);")]
    public Task Sizes_are_the_same(string fields) => Build.ExpectModelAsync(Dims + fields);

    [Fact]
    public Task One_question_is_told_once() =>
        Build.ExpectModelAsync(Dims + "static readonly Output y = {|GG3011:Concatenate(a, b)|}, z = Concatenate(a, b, a);");

    [Fact]
    public async Task Says_what_is_checked_and_where() => Assert.Equal(
        "'y' (Concatenate) joins 'a' (N, T, 4) and 'b' (N, U, 4) along axis 2: whether T = U is not known at build, so that 'forward' checks it",
        (await Build.ExpectModelAsync(Dims + "static readonly Output y = {|GG3011:Concatenate(a, b)|};")).Message());
}
