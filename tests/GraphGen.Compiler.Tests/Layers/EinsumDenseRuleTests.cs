using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

public class EinsumDenseRuleTests
{
    /// <summary>The examples of Keras's documentation of the layer, and more.</summary>
    [Theory]
    [InlineData("ab,bc->ac", 64, "bc", new long[] { 32 }, "(N, 64)", "weight (32, 64)")]
    [InlineData("abc,cd->abd", new[] { -1, 64 }, "d", new long[] { 32, 128 }, "(N, 32, 64)", "weight (128, 64), bias (64)")]
    [InlineData("...x,xy->...y", 64, "y", new long[] { 32, 128 }, "(N, 32, 64)", "weight (128, 64), bias (64)")]
    [InlineData("abc,cd->abd", new[] { 32, 64 }, "bd", new long[] { 32, 128 }, "(N, 32, 64)", "weight (128, 64), bias (32, 64)")]
    [InlineData("abc,cd->abd", new[] { 32, 64 }, "b", new long[] { 32, 128 }, "(N, 32, 64)", "weight (128, 64), bias (32, 1)")]
    [InlineData("btf,fhd->bthd", new[] { -1, 4, 8 }, "hd", new long[] { 10, 16 }, "(N, 10, 4, 8)", "weight (16, 4, 8), bias (4, 8)")]
    [InlineData("bthd,hdf->btf", new[] { -1, 16 }, null, new long[] { 10, 4, 8 }, "(N, 10, 16)", "weight (4, 8, 16)")]
    [InlineData("bc...,cd->bd...", 7, "d", new long[] { 3, 5, 6 }, "(N, 7, 5, 6)", "weight (3, 7), bias (7, 1, 1)")]
    [InlineData("bc...,cd->bd...", 7, null, new long[] { 3 }, "(N, 7)", "weight (3, 7)")]
    [InlineData("ab,b->ab", -1, null, new long[] { 3 }, "(N, 3)", "weight (3)")]
    [InlineData("abc, c -> ab", -1, null, new long[] { 3, 4 }, "(N, 3)", "weight (4)")]
    [InlineData("abc,bd->ad", 5, null, new long[] { 3, 4 }, "(N, 5)", "weight (3, 5)")]
    public void Equations_give_shapes(string equation, object outputShape, string? biasAxes, long[] input, string shape, string weights)
    {
        if (equation == "ab,bc->ac") biasAxes = null;
        Outcome outcome = Rule.Infer("EinsumDense", Of(equation, outputShape, biasAxes), Rule.Floats(input));
        Assert.Equal(shape, outcome.ToString());
        Assert.Equal(weights, outcome.Weights);
    }

    [Theory]
    [InlineData("", "'' | of the form 'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'")]
    [InlineData("ab,bc", "'ab,bc' | of the form 'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'")]
    [InlineData("a1,bc->ac", "'a1,bc->ac' | of the form 'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'")]
    [InlineData("...b,bc->c", "'...b,bc->c' | of the form 'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'")]
    [InlineData("...ab...,bc->...ac...", "'...ab...,bc->...ac...' | of the form 'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'")]
    [InlineData("ab,...bc->ac", "'ab,...bc->ac' | of the form 'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'")]
    [InlineData("abb,bc->ac", "'abb,bc->ac' | one in which 'b' does not stand twice for one tensor")]
    [InlineData("ab,bcc->ac", "'ab,bcc->ac' | one in which 'c' does not stand twice for one tensor")]
    [InlineData("ab,bc->acc", "'ab,bc->acc' | one in which 'c' does not stand twice for one tensor")]
    [InlineData("ab,bc->ad", "'ab,bc->ad' | one in which 'd' of the result is an axis of the input or of the weight")]
    [InlineData("ab,bcd->ac", "'ab,bcd->ac' | one in which 'd' of the weight is an axis of the input or of the result")]
    [InlineData("ab,bc->ca", "'ab,bc->ca' | one in which the batch, 'a', comes first in the result too")]
    [InlineData("ab,abc->ac", "'ab,abc->ac' | one in which the weight does not have the batch, 'a'")]
    public void Wrong_equations_are_refused_at_once(string equation, string message)
    {
        Outcome outcome = Rule.Infer("EinsumDense", Of(equation, 3, null), Rule.Floats(3));
        Assert.Equal("GG1006 at equation", outcome.ToString());
        Assert.Equal($"equation | {message}", outcome.Messages);
    }

    [Theory]
    [InlineData("abc,cd->abd", 3, "outputShape | 1 size | 2, for 'b', 'd'")]
    [InlineData("ab,bc->ac", new[] { 3, 3 }, "outputShape | 2 sizes | 1, for 'c'")]
    [InlineData("ab,b->a", 3, "outputShape | 1 size | no sizes")]
    [InlineData("ab,bc->ac", 0, "outputShape | 0 | at least 1, or -1 for that of the input")]
    [InlineData("ab,bc->ac", -1, "outputShape | -1 | at least 1 for 'c', which the input does not have")]
    [InlineData("abc,cd->abd", new[] { -2, 3 }, "outputShape | -2 | at least 1, or -1 for that of the input")]
    public void Wrong_sizes_are_refused_at_once(string equation, object outputShape, string message)
    {
        Outcome outcome = Rule.Infer("EinsumDense", Of(equation, outputShape, null), Rule.Floats(3, 4));
        Assert.Equal("GG1006 at outputShape", outcome.ToString());
        Assert.Equal(message, outcome.Messages);
    }

    [Theory]
    [InlineData("a", "biasAxes | 'a' | without the batch")]
    [InlineData("c", "biasAxes | 'c' | of axes of the result, which has no 'c'")]
    [InlineData("", "biasAxes | '' | letters of the result, each once, or null for no bias")]
    [InlineData("dd", "biasAxes | 'dd' | letters of the result, each once, or null for no bias")]
    public void Wrong_axes_of_the_bias_are_refused_at_once(string biasAxes, string message)
    {
        Outcome outcome = Rule.Infer("EinsumDense", Of("abc,cd->abd", new[] { -1, 3 }, biasAxes), Rule.Floats(3, 4));
        Assert.Equal("GG1006 at biasAxes", outcome.ToString());
        Assert.Equal(message, outcome.Messages);
    }

    [Fact]
    public void Inputs_fit_the_equation()
    {
        Assert.Equal("GG3001", Rule.Infer("EinsumDense", Of("abc,cd->abd", new[] { -1, 3 }, null), Rule.Floats(4)).ToString());
        Assert.Equal("GG3001", Rule.Infer("EinsumDense", Of("...x,xy->...y", 3, null), Rule.Floats()).ToString());
        Assert.Equal("GG3008", Rule.Infer("EinsumDense", Of("ab,bc->ac", 3, null), Rule.Of(ElementType.Int64, 4)).ToString());
        Outcome outcome = Rule.Infer("EinsumDense", Of("abc,cd->abd", new[] { 5, 3 }, null), Rule.Floats(6, 4));
        Assert.Equal("GG3002 at outputShape", outcome.ToString());
        Assert.Equal("'y' (EinsumDense) makes 'b' of 5 | axis 1 of 'x' (N, 6, 4) is 6 |  | -1 for 'b', which is that of the input", outcome.Messages);
    }

    [Fact]
    public void A_shared_layer_is_bound_to_its_size() => Assert.Equal(
        ["(N, 2, 6)", "(N, 3, 6)", "GG3003"],
        Rule.InferShared("EinsumDense", Of("abc,cd->abd", new[] { -1, 6 }, null), Rule.Floats(2, 4), Rule.Floats(3, 4), Rule.Floats(2, 5))
            .Select(outcome => outcome.ToString()));

    /// <summary>Random equations: the rule says what libtorch's einsum makes of weights of the sizes that the rule says.</summary>
    [Fact]
    public void Results_are_those_of_einsum() =>
        (from letters in Gen.Shuffle("bcdefgh".ToCharArray(), 1, 5)
         from uses in Gen.Int[1, 7].Array[5]
         from sizes in Gen.Long[1, 4].Array[8]
         from orders in Gen.Int[0, int.MaxValue].Array[3]
         select (letters, uses, sizes, orders)).Holds(sample =>
        {
            // Of each letter three bits say where it stands: input, weight, result. One that stands nowhere else is no part of the equation.
            string Where(int bit, int seed, string front = "")
            {
                char[] chosen = [.. sample.letters.Where((_, i) => (sample.uses[i] & bit) != 0 && sample.uses[i] is not (2 or 4))];
                new Random(seed).Shuffle(chosen);
                return front + new string(chosen);
            }

            string input = Where(1, sample.orders[0], "a");
            string weight = Where(2, sample.orders[1]);
            string result = Where(4, sample.orders[2], "a");
            if (weight.Length == 0) return;
            long SizeOf(char letter) => sample.sizes[letter - 'a'];
            int[] shape = [.. result[1..].Select(letter => input.Contains(letter, StringComparison.Ordinal) ? -1 : (int)SizeOf(letter))];
            string equation = $"{input},{weight}->{result}";
            Arguments arguments = new(("equation", equation), ("outputShape", shape));
            Oracle.Agree(
                "EinsumDense",
                arguments,
                Rule.Floats([.. input[1..].Select(SizeOf)]),
                x => einsum(equation, x, zeros([.. weight.Select(SizeOf)])));
        });

    [Fact]
    public void Summaries_show_the_equation()
    {
        var layer = Rule.Layer("EinsumDense", ("equation", "...x, xy -> ...y"), ("outputShape", 3));
        Assert.Equal("EinsumDense(...x,xy->...y)", layer.Kind.Describe(layer));
    }

    private static Arguments Of(string equation, object outputShape, string? biasAxes) =>
        new(("equation", equation), ("outputShape", outputShape), ("biasAxes", biasAxes));
}
