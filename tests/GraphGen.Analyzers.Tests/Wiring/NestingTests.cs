using GraphGen.Analyzers.Tests.Harness;

namespace GraphGen.Analyzers.Tests.Wiring;

public sealed class NestingTests
{
    private const string Block = """

        [Model]
        public partial class Block
        {
            static readonly Dim width = Dim.Parameter(min: 8), rate = Dim.Parameter(2, max: 8);
            static readonly Input x = Input(width);
            static readonly Output y = x + Dense(width)(Dense(width / rate)(x));
        }

        [Model]
        public partial class Two
        {
            static readonly Dim T = Dim.Dynamic(max: 100);
            static readonly Input a = Input(T, 4), b = Input(DType.Int64, T);
            static readonly Output code = GlobalAveragePooling1D()(Permute(2, 1)(a));
            static readonly Output sum = Sum(b);
        }

        """;

    private static string Model(string fields) => $$"""
        {{Block}}
        [Model]
        public partial class M
        {
        {{fields}}
        }
        """;

    [Theory]
    [Keeps(Rules.WrongInputs)]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Use<Block>()(x);")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Use<Block>(new { width = 8, rate = 4 })(x);")]
    [InlineData("static readonly Input a = Input(7, 4), b = Input(DType.Int64, 7); static readonly Node two = Use<Two>()(a, b); static readonly Output y = two[\"code\"], z = two[\"sum\"];")]
    public Task Nested_rightly(string fields) => Build.ExpectAsync(Model(fields));

    [Theory]
    [Breaks(Rules.WrongInputs)]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Use<Block>(new { width = {|GG2007:8.5|} })(x);")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Use<Block>(new { widht = {|GG2007:8|} })(x);")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Use<Block>({|GG2007:8|})(x);")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = {|GG2007:Use<Block>()(x, x)|};")]
    [InlineData("static readonly Input a = Input(7, 4), b = Input(DType.Int64, 7); static readonly Output y = {|GG2007:Use<Two>()(a, b)|};")]
    [InlineData("static readonly Input a = Input(7, 4), b = Input(DType.Int64, 7); static readonly Output y = {|GG2007:Use<Two>()(a, b)[\"cod\"]|};")]
    public Task Nested_wrongly(string fields) => Build.ExpectAsync(Model(fields));

    [Theory]
    [Breaks(Rules.Disagreement)]
    [InlineData("static readonly Input a = Input(7, 4), b = Input(DType.Int64, 8); static readonly Output y = {|GG3002:Use<Two>()(a, b)|}[\"code\"];")]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = {|GG3002:Use<Block>(new { width = 9 })(x)|};")]
    public Task Sizes_differ(string fields) => Build.ExpectAsync(Model(fields));

    [Theory]
    [Breaks(Rules.ArgumentOutOfRange)]
    [InlineData("static readonly Input x = Input(8); static readonly Output y = Use<Block>(new { rate = {|GG1006:9|} })(x);")]
    [InlineData("static readonly Input a = Input(101, 4), b = Input(DType.Int64, 101); static readonly Output y = {|GG1006:Use<Two>()(a, b)|}[\"code\"];")]
    public Task A_value_is_not_taken(string fields) => Build.ExpectAsync(Model(fields));

    [Fact]
    public Task A_dynamic_size_is_no_parameter() => Build.ExpectAsync(Model(
        "static readonly Dim T = Dim.Dynamic(); static readonly Input x = Input(T); static readonly Output y = {|GG3007:Use<Block>()(x)|};"));

    [Fact]
    public Task A_shared_model_has_one_set_of_parameters() => Build.ExpectAsync(Model(
        "static readonly Input x = Input(8), z = Input(9); static readonly Layer block = Use<Block>(); static readonly Output y = block(x), w = {|GG3003:block(z)|};"));

    [Fact]
    public Task A_class_that_is_no_model_is_refused() => Build.ExpectAsync(
        "public class Plain { } [Model] public partial class M { static readonly Input x = Input(8); static readonly Output y = {|GG1005:Use<Plain>()|}(x); }");

    [Fact]
    public Task A_mistake_is_told_in_the_model_that_has_it() => Build.ExpectAsync(
        """
        [Model]
        public partial class Inner
        {
            static readonly Input x = Input(8);
            static readonly Output y = {|GG3001:Conv1D(8, 3)(x)|};
        }

        [Model]
        public partial class Outer
        {
            static readonly Input x = Input(8);
            static readonly Output y = Dense(1)(Use<Inner>()(x));
        }
        """);

    [Theory]
    [Breaks(Rules.NestingCycle)]
    [InlineData("A", "B", "{|GG2008:Use<B>()|}", "Use<A>()")]
    [InlineData("A", "A", "{|GG2008:Use<A>()|}", "Use<A>()")]
    public async Task Models_that_nest_each_other(string first, string second, string use, string back)
    {
        string other = first == second ? "" : $"[Model] public partial class {second} {{ static readonly Input x = Input(8); static readonly Output y = {back}(x); }}";
        string source = $"[Model] public partial class {first} {{ static readonly Input x = Input(8); static readonly Output y = {use}(x); }} {other}";
        string walk = first == second ? "A -> A" : "A -> B -> A";
        Assert.Contains($"nest each other, {walk}:", (await Build.ExpectAsync(source)).Message(), StringComparison.Ordinal);
    }

    [Fact]
    [Keeps(Rules.NestingCycle)]
    public Task A_model_may_be_nested_by_many() => Build.ExpectAsync(
        """
        [Model] public partial class A { static readonly Input x = Input(8); static readonly Output y = Dense(8)(x); }
        [Model] public partial class B { static readonly Input x = Input(8); static readonly Output y = Use<A>()(Use<A>()(x)); }
        [Model] public partial class C { static readonly Input x = Input(8); static readonly Output y = Use<A>()(Use<B>()(x)); }
        """);
}
