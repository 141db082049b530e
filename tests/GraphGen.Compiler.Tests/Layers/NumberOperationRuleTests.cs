using CsCheck;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

public class NumberOperationRuleTests
{
    private static readonly Dictionary<string, (Func<Tensor, Scalar, Tensor> Last, Func<Scalar, Tensor, Tensor> First)> s_operators = new()
    {
        ["AddNumber"] = ((x, n) => x + n, (n, x) => n + x),
        ["SubtractNumber"] = ((x, n) => x - n, (n, x) => n - x),
        ["MultiplyNumber"] = ((x, n) => x * n, (n, x) => n * x),
        ["DivideNumber"] = ((x, n) => x / n, (n, x) => n / x),
    };

    public static TheoryData<string> Names => [.. s_operators.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_whole_number_and_another_promote_as_in_libtorch(string kind) => Gen.Select(TypeSamples.Any, Gen.Bool, Gen.Bool)
        .Holds((input, isWhole, isFirst) =>
        {
            Scalar number = isWhole ? 2 : 2.5;
            Oracle.Agree(
                kind,
                new Arguments(("number", isWhole ? 2 : 2.5), ("numberFirst", isFirst)),
                input,
                x => isFirst ? s_operators[kind].First(number, x) : s_operators[kind].Last(x, number));
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_node_is_named_as_by_the_operator_between_nodes(string kind) => Assert.Equal(
        kind.Replace("Number", "", StringComparison.Ordinal).ToUpperInvariant(),
        Rule.Layer(kind, ("number", 1), ("numberFirst", false)).Kind.SnakeName.ToUpperInvariant());
}
