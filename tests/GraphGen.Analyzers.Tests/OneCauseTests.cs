using GraphGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GraphGen.Analyzers.Tests;

/// <summary>One cause gives one diagnostic: what follows from a mistake is not reported, and what is independent of it is.</summary>
public sealed class OneCauseTests
{
    private const string Input = "static readonly Input x = Input(4);\n";

    [Theory]
    [InlineData("static readonly Node a = Dense(3)({|CS0103:xx|}); static readonly Output y = Dense(1)(a);")]
    [InlineData("static readonly Node a = Dense(3)(x), b = Dense(2)({|CS0103:aa|}), c = Dense(4)(b); static readonly Output y = Dense(1)(c);")]
    [InlineData("static readonly Node a = {|CS0103:Dens|}(3)(x); static readonly Output y = Dense(1)(a);")]
    [InlineData("static readonly Node a = Dense({|CS0103:units|})(x); static readonly Output y = Dense(1)(a);")]
    [InlineData("static readonly Node a = Dense(3, {|CS0103:Relu|})(x); static readonly Output y = Dense(1)(a);")]
    [InlineData("static readonly Node a = Dense(3, {|CS1739:activaton|}: ReLU)(x); static readonly Output y = Dense(1)(a);")]
    [InlineData("static readonly Node a = Dense({|CS1503:3.5|})(x); static readonly Output y = Dense(1)(a);")]
    [InlineData("static readonly Node a = {|CS1501:Dense|}(3, ReLU, true, null, 1)(x); static readonly Output y = Dense(1)(a);")]
    [InlineData("static readonly Node a = {|CS0029:Dense(3)|}; static readonly Output y = Dense(1)(a);")]
    [InlineData("static readonly {|CS0246:Nod|} a = Dense(3)(x); static readonly Output y = Dense(1)(a);")]
    [InlineData("static readonly {|CS0246:Outptu|} y = Dense(3)(x);")]
    [InlineData("static readonly {|CS0246:Laier|} d = Dense(3); static readonly Output y = {|CS1955:d|}(x);")]
    [InlineData("static readonly int a = {|CS0029:Dense(3)(x)|}; static readonly Input z = Input(1); static readonly Output y = Dense(1)(z);")]
    [InlineData("static readonly Layer d = {|CS0029:Dense(3)(x)|}; static readonly Output y = d(x);")]
    [InlineData("static readonly Node a = x[.., 1, {|CS1503:\"a\"|}]; static readonly Output y = a;")]
    [InlineData("static readonly Node a = Other.{|CS0122:x|}; static readonly Output y = a + x;")]
    [InlineData("static readonly Node a = {|CS0019:x % x|}; static readonly Output y = a + x;")]
    public Task What_the_compiler_reports_is_not_reported_again(string fields) => Build.ExpectAsync(
        $"[Model] public partial class M {{ {Input} {fields} }} public static class Other {{ private static readonly Node x = null!; public static Node X => x; }}");

    [Theory]
    [InlineData("static readonly Node a = {|GG3001:Conv2D(3, 3)(x)|}, b = Flatten()(MaxPooling2D(2)(a)), c = Dense(10)(b); static readonly Output y = Dense(1)(c), z = Concatenate(a, b, c);")]
    [InlineData("static readonly Input t = Input(DType.Int64, 4); static readonly Node a = {|GG3008:Dense(1)(t)|}; static readonly Output y = x + a, z = Dense(2)(a);")]
    [InlineData("static readonly Node a = {|GG3002:Dense(3)(x) + x|}; static readonly Output y = Dense(1)(a) + Dense(1)(ReLU(a));")]
    [InlineData("static readonly Node a = Dense({|GG1006:0|})(x); static readonly Output y = Dense(1)(a) + a;")]
    [InlineData("static readonly Node a = {|GG2007:Dense(1)(x, x)|}; static readonly Output y = Dense(1)(a) + a;")]
    [InlineData("static readonly Node a = Dense({|GG1004:Environment.ProcessorCount|})(x); static readonly Output y = Dense(1)(a) + a;")]
    public Task A_mistake_early_in_a_chain_is_told_once(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [InlineData("static readonly Layer d = Dense({|GG1006:-1|}); static readonly Node a = d(x), b = d(x); static readonly Output y = a + b + d(b);")]
    [InlineData("static readonly Layer d = Dense(3, LeakyReLU({|GG1006:double.NaN|})); static readonly Output y = d(x) + d(x);")]
    [InlineData("static readonly Layer d = Dense({|GG1004:Environment.ProcessorCount|}); static readonly Output y = d(x) + d(x);")]
    [InlineData("static readonly Input a = Input(1, 3, 3), b = Input(1, 4, 4); static readonly Layer p = MaxPooling2D({|GG3004:9|}); static readonly Output y = Flatten()(p(a)), z = Flatten()(p(b)), w = x;")]
    public Task A_wrong_argument_of_a_shared_layer_is_told_once(string fields) => Build.ExpectModelAsync(Input + fields);

    [Theory]
    [InlineData(
        """
        static readonly Input {|GG2001:z|} = Input(2);
        static readonly Node {|GG2002:dead|} = Dense(2)(x);
        static readonly Layer {|GG2005:spare|} = Dense(2);
        static readonly Node a = Dense({|GG1006:0|})(x), b = {|GG3001:Conv1D(2, 2)(x)|}, c = {|GG2007:Dense(2)(x, x)|}, d = Dense(2, bias: {|GG1004:Environment.Is64BitProcess|})(x);
        static readonly Output y = Concatenate(a, b, c, d);
        """)]
    [InlineData(
        """
        static readonly Node a = {|GG1005:Helper(x)|}, b = Dense({|GG1006:0|})(x);
        static Node {|GG1003:c|} = {|GG3001:Conv1D(2, 2)(x)|};
        static readonly Output {|GG1007:train|} = a + b + c;
        static Node Helper<T>(T node) where T : Node => node;
        """)]
    [InlineData("static readonly Node a = Dense({|GG1006:0|})(x), b = Dense({|GG1006:-1|})(x); static readonly Output y = a + b;")]
    [InlineData("static readonly Node a = Dense({|GG1006:0|}, LeakyReLU({|GG1006:double.NaN|}))(x); static readonly Output y = a;")]
    public Task Independent_mistakes_get_a_diagnostic_each(string fields) => Build.ExpectModelAsync(Input + fields);

    [Fact]
    public async Task A_model_of_which_nothing_is_right_stays_readable()
    {
        IReadOnlyList<Diagnostic> found = await Build.DiagnoseAsync(
            """
            [Model] public class A<T> : List<Node> { Input x; Output y = Foo(x) }
            [Model] static struct B { static readonly Node n = n[n]; }
            [Model] partial record C(Input X);
            [Model] partial class D { Output => ; }
            [Model] partial class { }
            """);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id is "AD0001" or "CS8785" or "CS8784");
    }
}
