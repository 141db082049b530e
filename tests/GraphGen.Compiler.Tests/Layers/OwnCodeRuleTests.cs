using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Shapes;
using GraphGen.Compiler.Shapes.Signatures;

namespace GraphGen.Compiler.Tests.Layers;

/// <summary>What <c>Custom</c> and <c>Lambda</c> make of a signature and its inputs.</summary>
public class OwnCodeRuleTests
{
    private static readonly Dim s_length = Dim.Symbol(new DimSymbol("L", SymbolKind.Dynamic));

    public static TheoryData<string, long[][], string> Cases => new()
    {
        { "N C H W -> N C H/2 W/2", [[3, 9, 8]], "(N, 3, 4, 4)" },
        { "N C H W -> N W C*H", [[3, 9, 8]], "(N, 8, 27)" },
        { "N T F, N S F -> N T S", [[2, 5], [7, 5]], "(N, 2, 7)" },
        { "N T F, N S F -> N T S", [[2, 5], [7, 6]], "GG3010" },
        { "N 3 -> N 4", [[3]], "(N, 4)" },
        { "N 3 -> N 4", [[4]], "GG3010" },
        { "N A A -> N A", [[4, 4]], "(N, 4)" },
        { "N A A -> N A", [[4, 5]], "GG3010" },
        { "N A A/2 -> N A", [[5, 2]], "(N, 5)" },
        { "N A A/2 -> N A", [[5, 3]], "GG3010" },
        { "N 2*H -> N H", [[8]], "(N, 4)" },
        { "N 2*H -> N H", [[7]], "GG3010" },
        { "N H+H+1 -> N H", [[7]], "(N, 3)" },
        { "N H-1 -> N H", [[7]], "(N, 8)" },
        { "N 10-H -> N H", [[7]], "(N, 3)" },
        { "N 10-H -> N H", [[10]], "GG3010" },
        { "N H+3 -> N H", [[3]], "GG3010" },
        { "N A B+A -> N B", [[3, 10]], "(N, 7)" },
        { "N A B*(A-1) -> N B", [[3, 10]], "(N, 5)" },
        { "N A B*(A-3) -> N B", [[3, 10]], "GG3010" },
        { "N A 12/(A-3) -> N A", [[3, 4]], "GG3010" },
        { "N H -> N H-3", [[3]], "GG3010" },
        { "N H -> N (H+2-3)/2+1", [[7]], "(N, 4)" },
        { "N ... -> N ...", [[4, 5]], "(N, 4, 5)" },
        { "N ... -> N ...", [[]], "(N)" },
        { "... -> ... 2", [[4, 5]], "(N, 4, 5, 2)" },
        { "... F -> ... 2*F", [[4, 5]], "(N, 4, 10)" },
        { "N ... A B -> N B ...", [[2, 3, 4, 5]], "(N, 5, 2, 3)" },
        { "N ... A B -> N B ...", [[4]], "GG3010" },
        { "N ... A, N ... B -> N ... A+B", [[4, 5], [4, 6]], "(N, 4, 11)" },
        { "N ... A, N ... B -> N ... A+B", [[4, 5], [5, 6]], "GG3010" },
        { "N ... A, N ... B -> N ... A+B", [[4, 5], [6]], "GG3010" },
        { "N A ..., ... B -> N A", [[4], [6]], "GG3010" },
        { "B A -> B A A", [[4]], "(N, 4, 4)" },
        { "N A -> N A", [[4, 5]], "GG3010" },
        { "N A B -> N A", [[4]], "GG3010" },
        { "N A*B -> N A", [[4]], "GG3010" },
        { "N A N -> N A", [[4, 5]], "GG3010" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Names_are_found_and_results_computed(string signature, long[][] inputs, string expected)
    {
        TensorType[] types = [.. inputs.Select(Rule.Floats)];
        Assert.Equal(expected, Infer(signature, types).ToString());
    }

    [Theory]
    [InlineData("N A -> N A", nameof(ElementType.Int64), "(N, 3) Int64")]
    [InlineData("N A -> N A Bool", nameof(ElementType.Int64), "(N, 3) Bool")]
    [InlineData("N A Int64 -> N A", nameof(ElementType.Int64), "(N, 3)")]
    [InlineData("N A Int64 -> N A", nameof(ElementType.Float32), "GG3008")]
    [InlineData("N A Int64 -> N A Float64", nameof(ElementType.Int64), "(N, 3) Float64")]
    public void Element_types_are_taken_and_made(string signature, string element, string expected) =>
        Assert.Equal(expected, Infer(signature, Rule.Of(Enum.Parse<ElementType>(element), 3)).ToString());

    [Fact]
    public void A_result_is_of_the_type_of_the_first_input_for_which_none_is_given() => Assert.Equal(
        "(N, 3) Float64", Infer("N A Int64, N A, N A -> N A", Rule.Of(ElementType.Int64, 3), Rule.Of(ElementType.Float64, 3), Rule.Of(ElementType.Bool, 3)).ToString());

    [Fact]
    public void Without_a_signature_the_result_is_like_the_one_input()
    {
        Assert.Equal("(N, 4, 5) Int64", Infer(null, Rule.Of(ElementType.Int64, 4, 5)).ToString());
        Assert.Equal("GG3010", Infer(null, Rule.Floats(4), Rule.Floats(4)).ToString());
    }

    [Theory]
    [InlineData("N A -> N A", "(N, L)", "")]
    [InlineData("N 2*A -> N A", "(N, L / 2)", "2 divides L")]
    [InlineData("N A -> N A/2", "(N, L / 2)", "L / 2 >= 1")]
    [InlineData("N 7 -> N", "(N)", "7 = L")]
    [InlineData("N N -> N", "GG3010", "")]
    public void What_the_build_does_not_know_is_asked_later(string signature, string expected, string guards)
    {
        Outcome outcome = Infer(signature, new TensorType(new Shape([Dim.Batch, s_length]), ElementType.Float32));
        Assert.Equal(expected, outcome.ToString());
        Assert.Equal(guards, string.Join("; ", outcome.Node.Guards.Select(guard => guard.Condition)));
    }

    [Fact]
    public void Sizes_beyond_64_bits_are_refused() =>
        Assert.Equal("GG1006", Infer("N A -> N A*A*A*A", Rule.Floats(1L << 40)).ToString());

    [Theory]
    [InlineData("N F -> N units", "(N, 5)")]
    [InlineData("N 2*units -> N size", "GG3010")]
    [InlineData("N units+3 -> N size", "(N, 9)")]
    [InlineData("N units -> N", "GG3010")]
    [InlineData("N N*units -> N", "GG3010")]
    public void Names_of_the_constructors_parameters_are_its_arguments(string signature, string expected)
    {
        Value Number(string type, long number) => new TypedValue(type, new IntegerValue(number));
        Value names = new ListValue([new TextValue("units"), new TextValue("text"), new TextValue("size")]);
        (string, object?)[] arguments =
        [
            .. Common(signature, 1),
            ("arguments", new ListValue([Number("int", 5), new TypedValue("string", new TextValue("7"))])),
            ("parameters", names),
            ("defaults", new ListValue([Number("long", 9)])),
        ];
        Assert.Equal(expected, Rule.Infer("Custom", new Arguments(arguments), Rule.Floats(8)).ToString());
    }

    [Fact]
    public void Signatures_agree_with_sizes_put_in_for_their_names() => SignatureCases.All.Holds(sample =>
    {
        Outcome outcome = Infer(sample.Signature.ToString(), [.. sample.Inputs.Select(Rule.Floats)]);
        string expected = sample.Result is { } result ? Rule.Floats(result).ToString() : Problems.Rules.Signature;
        Assert.True(expected == outcome.ToString(), $"{sample}: {outcome} instead of {expected}, {outcome.Messages}");
    });

    private static (string, object?)[] Common(string? signature, int inputs) => [("name", "Own"), ("inputs", inputs), ("signature", signature), ("function", "Own")];

    private static Outcome Infer(string? signature, params TensorType[] inputs) => Rule.Infer("Lambda", new Arguments(Common(signature, inputs.Length)), inputs);
}
