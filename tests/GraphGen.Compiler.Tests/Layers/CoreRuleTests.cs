using CsCheck;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

/// <summary>Conversions, constants and weights that are nodes.</summary>
public class CoreRuleTests
{
    private static readonly TensorType s_number = new(new Shape([]), ElementType.Float32);

    /// <summary>Kinds that work element by element.</summary>
    public static TheoryData<string> Elementwise => ["Add", "Subtract", "Multiply", "Divide", "Average", "Maximum", "Minimum"];

    [Fact]
    public void A_cast_gives_the_type_that_it_names() => Gen.Select(TypeSamples.Any, Gen.Enum<ElementType>()).Holds((input, target) =>
        Oracle.Agree("Cast", new Arguments(("type", target)), input, x => x.to(Oracle.ToTorch(target))));

    [Fact]
    public void Summaries_show_the_arguments()
    {
        Assert.Equal("Cast(Int64)", Describe("Cast", ("type", ElementType.Int64)));
        Assert.Equal("Constant(0.5)", Describe("Constant", ("value", 0.5)));
        Assert.Equal("Weight(1, 64)", Describe("Weight", ("shape", new[] { 1, 64 })));

        static string Describe(string kind, params (string, object?)[] arguments)
        {
            var layer = Rule.Layer(kind, arguments);
            return layer.Kind.Describe(layer);
        }
    }

    [Theory]
    [InlineData(new[] { 1, 64 }, "(N, 1, 64)", 64)]
    [InlineData(new int[0], "(N)", 1)]
    [InlineData(new[] { 0 }, "GG1006 at shape", null)]
    [InlineData(new[] { 3, -1 }, "GG1006 at shape", null)]
    [InlineData(new[] { int.MaxValue, int.MaxValue }, "GG1006", null)]
    public void A_weight_has_the_batch_in_front(int[] shape, string expected, int? count)
    {
        Outcome outcome = Rule.Infer("Weight", new Arguments(("shape", shape)));
        Assert.Equal(expected, outcome.ToString());
        if (count is not null) Assert.Equal(count, outcome.Count);
    }

    [Fact]
    public void A_weight_cannot_vary_from_call_to_call()
    {
        Dim length = Dim.Symbol(new DimSymbol("T", SymbolKind.Dynamic));
        Dim width = Dim.Symbol(new DimSymbol("width", SymbolKind.Parameter));
        Outcome outcome = Rule.Infer("Weight", new Arguments(("shape", new GraphGen.Compiler.Linking.ListValue([new GraphGen.Compiler.Linking.DimValue(length)]))));
        Assert.Equal(Rules.DynamicWeights, outcome.ToString());
        Assert.StartsWith("'y' (Weight) has a weight of (T), whose size is fixed when the model is constructed | T is another for each call |", outcome.Messages, StringComparison.Ordinal);
        Assert.Equal(
            "(N, 4 * width)",
            Rule.Infer("Weight", new Arguments(("shape", new GraphGen.Compiler.Linking.ListValue([new GraphGen.Compiler.Linking.DimValue(4 * width)])))).ToString());
    }

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void A_constant_fits_any_node_and_changes_no_floating_type(string kind)
    {
        TypeSamples.Any.Select(Gen.Bool).Holds((input, first) =>
        {
            // In libtorch the same: a tensor without axes. The batch of an example without axes is one axis, which it stretches along.
            Func<Tensor, Tensor, Tensor> function = kind switch
            {
                "Add" => (a, b) => a + b,
                "Subtract" => (a, b) => a - b,
                "Multiply" => (a, b) => a * b,
                "Divide" => (a, b) => a / b,
                "Average" => (a, b) => (a + b) / 2,
                "Maximum" => (a, b) => a.maximum(b),
                _ => (a, b) => a.minimum(b),
            };
            Oracle.Agree(kind, new Arguments(), first ? [s_number, input] : [input, s_number], tensors => function(tensors[0], tensors[1]));
        });
    }

    [Fact]
    public void Constants_alone_stay_a_number()
    {
        Assert.Equal("()", Rule.Infer("Constant", new Arguments(("value", 2.5))).ToString());
        Assert.Equal("()", Rule.Infer("Add", s_number, s_number).ToString());
        Assert.Equal("() Bool", Rule.Infer("Greater", s_number, s_number).ToString());
        Assert.Equal("()", Rule.Infer("MultiplyNumber", new Arguments(("number", 2), ("numberFirst", false)), s_number).ToString());
        Assert.Equal("()", Rule.Infer("Negate", s_number).ToString());
        Assert.Equal("(N, 3)", Rule.Infer("Add", s_number, Rule.Of(ElementType.Int64, 3), s_number).ToString());
    }

    [Theory]
    [InlineData("Flatten")]
    [InlineData("Mean")]
    [InlineData("LayerNormalization")]
    [InlineData("Concatenate")]
    [InlineData("Dot")]
    [InlineData("MatMul")]
    [InlineData("Slice")]
    [InlineData("LSTM")]
    public void What_has_axes_to_work_along_takes_no_constant(string kind)
    {
        Arguments arguments = kind == "LSTM" ? new(("units", 3)) : new();
        bool takesTwo = kind is "Concatenate" or "Dot" or "MatMul";
        Outcome outcome = Rule.Infer(kind, arguments, takesTwo ? [Rule.Floats(3), s_number] : [s_number]);
        Assert.Equal("GG3001", outcome.ToString());
        Assert.Equal(
            $"'y' ({kind}) takes nodes with an axis for the batch | '{(takesTwo ? "x2" : "x")}' is one number for all examples |  | "
            + "an operator that joins it with a node, or 'Weight(...)' for numbers that are trained",
            outcome.Messages);
    }
}
