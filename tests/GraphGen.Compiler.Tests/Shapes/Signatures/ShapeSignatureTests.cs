using CsCheck;
using GraphGen.Compiler.Shapes;
using GraphGen.Compiler.Shapes.Signatures;

namespace GraphGen.Compiler.Tests.Shapes.Signatures;

public class ShapeSignatureTests
{
    [Theory]
    [InlineData("N->N", "N -> N")]
    [InlineData("N T F, N S F -> N T F", "N T F, N S F -> N T F")]
    [InlineData("N C H W -> N C H/2 W/2", "N C H W -> N C H/2 W/2")]
    [InlineData("  N\tT ,N\n1  ->  N  ", "N T, N 1 -> N")]
    [InlineData("N ... -> N ...", "N ... -> N ...")]
    [InlineData("... F->...", "... F -> ...")]
    [InlineData("N T Int64 -> N T F", "N T Int64 -> N T F")]
    [InlineData("N T Int64, N Bool -> N T F Float64", "N T Int64, N Bool -> N T F Float64")]
    [InlineData("N ... Int64 -> N", "N ... Int64 -> N")]
    [InlineData("N T F -> N T F, N T, N", "N T F -> N T F, N T, N")]
    [InlineData("N ( H + 2 ) -> N ((H))", "N H+2 -> N H")]
    [InlineData("N (H+2*pad-dilation*(kernel-1)-1)/stride+1 -> N", "N (H+2*pad-dilation*(kernel-1)-1)/stride+1 -> N")]
    [InlineData("N (a+b)+c (a-b)-c (a*b)/c -> N", "N a+b+c a-b-c a*b/c -> N")]
    [InlineData("N a+(b+c) a-(b-c) a/(b*c) (a+b)*c -> N", "N a+(b+c) a-(b-c) a/(b*c) (a+b)*c -> N")]
    [InlineData("N head_dim äöü x2 _ -> N 007", "N head_dim äöü x2 _ -> N 7")]
    [InlineData("N 9223372036854775807 -> N", "N 9223372036854775807 -> N")]
    [InlineData("N floats int64 -> N", "N floats int64 -> N")]
    public void Is_read(string text, string written)
    {
        ParsedSignature parsed = ShapeSignature.Parse(text);
        Assert.Null(parsed.Error);
        Assert.Equal(written, parsed.Signature!.ToString());
    }

    [Fact]
    public void Is_read_into_its_parts()
    {
        ShapeSignature signature = ShapeSignature.Parse("N ... 4*d-1/2 Int64 -> N 3").Signature!;
        SignatureTensor input = Assert.Single(signature.Inputs);
        Assert.Equal(ElementType.Int64, input.Element);
        Assert.Equal(1, input.RestPosition);
        Assert.Equal(["N", "d"], input.Axes.SelectMany(axis => axis.Names));
        SignatureAxis expected = new SignatureAxis.Operation(
            '-',
            new SignatureAxis.Operation('*', new SignatureAxis.Number(4), new SignatureAxis.Name("d")),
            new SignatureAxis.Operation('/', new SignatureAxis.Number(1), new SignatureAxis.Number(2)));
        Assert.Equal([new SignatureAxis.Name("N"), new SignatureAxis.Rest(), expected], input.Axes);
        SignatureTensor output = Assert.Single(signature.Outputs);
        Assert.Equal((null, null), (output.Element, output.RestPosition));
        Assert.Equal([new SignatureAxis.Name("N"), new SignatureAxis.Number(3)], output.Axes);
    }

    [Theory]
    [InlineData("", 0, "the axes of a tensor are missing at the end")]
    [InlineData("   ", 3, "the axes of a tensor are missing at the end")]
    [InlineData("N T F", 5, "'->' and the result are missing")]
    [InlineData("N T F ->", 8, "the axes of a tensor are missing at the end")]
    [InlineData("-> N", 0, "the axes of a tensor are missing before '->'")]
    [InlineData("N, -> N", 3, "the axes of a tensor are missing before '->'")]
    [InlineData("N,,N -> N", 2, "the axes of a tensor are missing before ','")]
    [InlineData("N -> N -> N", 7, "there is a second '->'")]
    [InlineData("N => N", 2, "'=' is neither an axis nor ',' nor '->'")]
    [InlineData("N -> N; N", 6, "';' is neither an axis nor ','")]
    [InlineData("N .. -> N", 2, "'.' is neither an axis nor ',' nor '->'")]
    [InlineData("N H / 2 -> N", 4, "there is a blank before '/': an axis has none, except within parentheses, as in '(H / 2)'")]
    [InlineData("N H/ 2 -> N", 4, "a blank stands where a name or number should")]
    [InlineData("N -1 -> N", 2, "there is a blank before '-': an axis has none, except within parentheses, as in '(H / 2)'")]
    [InlineData("N H/-> N", 4, "'->' stands where a name or number should")]
    [InlineData("N -> H/", 7, "a name or number is missing at the end")]
    [InlineData("N H// -> N", 4, "'/' stands where a name or number should")]
    [InlineData("N H%2 -> N", 3, "'%' is neither an axis nor ',' nor '->'")]
    [InlineData("N 2H -> N", 2, "'2H' is neither a number nor a name; a product is written '2*H'")]
    [InlineData("N (H -> N", 5, "'->' stands where ')' or an operator should")]
    [InlineData("N -> (H", 7, "')' is missing")]
    [InlineData("N (H T) -> N", 5, "'T' stands where ')' or an operator should")]
    [InlineData("N () -> N", 3, "')' stands where a name or number should")]
    [InlineData("N H) -> N", 3, "')' has no '(' before it")]
    [InlineData("N (H)(W) -> N", 5, "a blank is missing before '('")]
    [InlineData("N H... -> N", 3, "a blank is missing before '.'")]
    [InlineData("N ...H -> N", 5, "a blank is missing before 'H'")]
    [InlineData("N ...+1 -> N", 5, "'...' stands for several axes, with which there is no arithmetic")]
    [InlineData("N (...) -> N", 3, "'.' stands where a name or number should")]
    [InlineData("... T ... -> N", 6, "a second '...' in one tensor: which axes were whose could not be told")]
    [InlineData("N Int64 T -> N", 8, "an axis stands behind the element type 'Int64', which is a tensor's last word")]
    [InlineData("N Int64 Bool -> N", 8, "an axis stands behind the element type 'Int64', which is a tensor's last word")]
    [InlineData("Int64 -> N", 6, "the axes of a tensor are missing before '->'")]
    [InlineData("N 2*Int64 -> N", 2, "'Int64' is an element type, and no axis")]
    [InlineData("N 9223372036854775808 -> N", 2, "the number is beyond 64 bits")]
    public void Is_refused_where_it_is_wrong(string text, int position, string message)
    {
        ParsedSignature parsed = ShapeSignature.Parse(text);
        Assert.Null(parsed.Signature);
        Assert.Equal(new SignatureError(position, message), parsed.Error);
    }

    [Fact]
    public void Depth_and_length_of_an_axis_are_limited()
    {
        string Nested(int depth) => $"N {new string('(', depth)}H{new string(')', depth)} -> N";
        string Long(int operators) => $"N H{string.Concat(Enumerable.Repeat("+1", operators))} -> N";
        Assert.Equal("N H -> N", ShapeSignature.Parse(Nested(32)).Signature!.ToString());
        Assert.Equal(Long(1000), ShapeSignature.Parse(Long(1000)).Signature!.ToString());
        foreach (int size in new[] { 1001, 1_000_000 })
        {
            Assert.Equal("parentheses nest more than 32 deep", ShapeSignature.Parse(Nested(size)).Error!.Message);
            Assert.Equal("an axis has more than 1000 operators", ShapeSignature.Parse(Long(size)).Error!.Message);
        }
    }

    [Fact]
    public void Number_of_axes_and_tensors_is_not_limited()
    {
        string text = string.Join(", ", Enumerable.Repeat(string.Join(" ", Enumerable.Repeat("H/2", 1000)), 100));
        Assert.Equal($"{text} -> {text}", ShapeSignature.Parse($"{text} -> {text}").Signature!.ToString());
    }

    [Fact]
    public void What_is_written_is_read_as_the_same() => SignatureSamples.Signatures.Holds(
        signature => Assert.Equal(signature, ShapeSignature.Parse(signature.ToString()).Signature));

    [Fact]
    public void Any_text_is_read_or_refused_within_it() => SignatureSamples.Texts.Holds(text =>
    {
        ParsedSignature parsed = ShapeSignature.Parse(text);
        Assert.NotEqual(parsed.Signature is null, parsed.Error is null);
        if (parsed.Error is { } error) Assert.InRange(error.Position, 0, text.Length);
        else Assert.Equal(parsed.Signature, ShapeSignature.Parse(parsed.Signature!.ToString()).Signature);
    });
}
