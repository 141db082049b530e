using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

public class ComparisonRuleTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor, Tensor> OfTwo, Func<Tensor, Scalar, Tensor> OfNumber)> s_functions = new()
    {
        ["Greater"] = ((a, b) => a.gt(b), (a, number) => a.gt(number)),
        ["GreaterEqual"] = ((a, b) => a.ge(b), (a, number) => a.ge(number)),
        ["Less"] = ((a, b) => a.lt(b), (a, number) => a.lt(number)),
        ["LessEqual"] = ((a, b) => a.le(b), (a, number) => a.le(number)),
        ["Equal"] = ((a, b) => a.eq(b), (a, number) => a.eq(number)),
        ["NotEqual"] = ((a, b) => a.ne(b), (a, number) => a.ne(number)),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nodes_compare_as_libtorch_compares_them(string kind) => TypeSamples.Several
        .Where(types => types[0].Shape.Rank == types[1].Shape.Rank)
        .Holds(types => Oracle.Agree(kind, new Arguments(), types[..2], tensors => s_functions[kind].OfTwo(tensors[0], tensors[1])));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_node_compares_with_a_number(string kind)
    {
        Gen<int> whole = Gen.Int[-3, 3];
        TypeSamples.Any.Where(type => type.Element != ElementType.Byte).Select(whole).Holds((input, number) =>
            Oracle.Agree(kind, new Arguments(("number", number)), input, x => s_functions[kind].OfNumber(x, number)));
        TypeSamples.Any.Select(Gen.Double[-3, 3]).Holds((input, number) =>
            Oracle.Agree(kind, new Arguments(("number", number)), input, x => s_functions[kind].OfNumber(x, number)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Numbers_are_among_the_integers(string kind)
    {
        Assert.Equal("GG3008 at number", Rule.Infer(kind, new Arguments(("number", 256)), Rule.Of(ElementType.Byte, 3)).ToString());
        Assert.Equal("GG3008 at number", Rule.Infer(kind, new Arguments(("number", -1)), Rule.Of(ElementType.Byte, 3)).ToString());
        Assert.Equal("(N, 3) Bool", Rule.Infer(kind, new Arguments(("number", 255)), Rule.Of(ElementType.Byte, 3)).ToString());
        Assert.Equal("(N, 3) Bool", Rule.Infer(kind, new Arguments(("number", 256.0)), Rule.Of(ElementType.Byte, 3)).ToString());
    }

    [Fact]
    public void The_batch_meets_no_other_axis() => Assert.Equal("GG3002", Rule.Infer("Greater", Rule.Floats(4), Rule.Floats(3, 4)).ToString());

    [Fact]
    public void Summaries_show_the_number()
    {
        Assert.Equal("Greater(0.5)", Describe(("number", 0.5)));
        Assert.Equal("Greater", Describe());

        static string Describe(params (string, object?)[] arguments)
        {
            var layer = Rule.Layer("Greater", arguments);
            return layer.Kind.Describe(layer);
        }
    }
}
