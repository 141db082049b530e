using CsCheck;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests.Layers;

/// <summary>Rules whose sizes are symbols agree with themselves where they are numbers, of which other tests ask libtorch.</summary>
public class SymbolicRuleTests
{
    private static readonly Gen<int> s_seed = Gen.Int[0, int.MaxValue];

    /// <summary>Floats mostly, since a refused type asks nothing of sizes.</summary>
    private static readonly Gen<TensorType> s_inputs = Gen.Long[1, 6].Array[0, 4].Select(sizes => Rule.Floats(sizes));

    private static readonly Gen<TensorType[]> s_several =
        from axes in Gen.Long[2, 3].Array[0, 3]
        from count in Gen.Int[2, 4]
        from dice in Gen.Int[0, 9].Array[count * 3]
        select Enumerable.Range(0, count).Select(i => Rule.Floats([.. axes.Select((size, axis) => dice[(i * 3) + axis] switch { 0 => size + 1, < 4 => 1, _ => size })])).ToArray();

    public static TheoryData<string> Elementwise => ["Add", "Subtract", "Divide", "Multiply", "Average", "Maximum", "Minimum", "Greater", "Equal"];

    [Theory]
    [MemberData(nameof(Elementwise))]
    public void What_is_broadcast(string kind) => Gen.Select(s_several, s_seed).Holds((types, seed) =>
        Symbolic.Agrees(kind, new Arguments(), kind is "Add" or "Multiply" or "Average" or "Maximum" or "Minimum" ? types : types[..2], seed, stretches: true));

    [Theory]
    [InlineData("Concatenate")]
    [InlineData("Stack")]
    public void What_is_joined(string kind) => Gen.Select(s_several, Gen.Int[-4, 4], s_seed).Holds((types, axis, seed) =>
        Symbolic.Agrees(kind, new Arguments(("axis", axis)), types, seed));

    [Fact]
    public void Products()
    {
        Gen.Select(s_several, Gen.Int[-3, 3], s_seed).Holds((types, axis, seed) => Symbolic.Agrees("Dot", new Arguments(("axis", axis)), types[..2], seed));
        (from sizes in Gen.Long[1, 3].Array[4]
         from other in Gen.Long[1, 3].Array[4]
         from rank in Gen.Int[2, 4]
         from agrees in Gen.Int[0, 3]
         select new[] { Rule.Floats(sizes[..rank]), Rule.Floats([.. other[..(rank - 2)], agrees == 0 ? other[2] : sizes[rank - 1], other[3]]) })
            .Select(s_seed).Holds((types, seed) => Symbolic.Agrees("MatMul", new Arguments(), types, seed, stretches: true));
    }

    [Theory]
    [InlineData("Flatten")]
    [InlineData("Identity")]
    [InlineData("ReLU")]
    [InlineData("Dropout")]
    [InlineData("AlphaDropout")]
    [InlineData("SpatialDropout1D")]
    [InlineData("SpatialDropout2D")]
    [InlineData("Mean")]
    [InlineData("ArgMax")]
    [InlineData("Softmax")]
    [InlineData("InstanceNormalization")]
    [InlineData("UnitNormalization")]
    public void What_keeps_or_drops_sizes(string kind) => Gen.Select(s_inputs, s_seed).Holds((input, seed) => Symbolic.Agrees(kind, new Arguments(), [input], seed));

    [Theory]
    [InlineData("Squeeze")]
    [InlineData("ExpandDims")]
    [InlineData("Norm")]
    [InlineData("UnitNormalization")]
    public void What_works_along_an_axis(string kind) => Gen.Select(s_inputs, Gen.Int[-5, 5], s_seed).Holds((input, axis, seed) =>
        Symbolic.Agrees(kind, new Arguments(("axis", axis)), [input], seed));

    [Fact]
    public void Reshaping() =>
        (from sizes in Gen.Long[1, 6].Array[0, 4]
         from shape in Gen.OneOf(Gen.Frequency((6, Gen.Int[1, 12]), (2, Gen.Const(-1))).Array[0, 4], Gen.Shuffle(sizes.Select(size => (int)size).ToArray()))
         select (sizes, shape)).Select(s_seed).Holds((sample, seed) =>
            Symbolic.Agrees("Reshape", new Arguments(("shape", sample.shape)), [Rule.Floats(sample.sizes)], seed, dims: ["shape"]));

    [Fact]
    public void Slicing() =>
        (from sizes in Gen.Long[1, 6].Array[0, 3]
         from items in SliceRuleTests.Item.Array[0, 3]
         select (sizes, items)).Select(s_seed).Holds((sample, seed) =>
            Symbolic.Agrees("Slice", SliceRuleTests.Of(sample.items), [Rule.Floats(sample.sizes)], seed));

    [Fact]
    public void Order_and_repetition()
    {
        Gen.Select(s_inputs, s_seed).Where((input, _) => input.Shape.Rank > 2).Holds((input, seed) =>
            Symbolic.Agrees("Permute", new Arguments(("axes", Enumerable.Range(1, input.Shape.Rank - 1).Reverse().ToArray())), [input], seed));
        Gen.Select(s_inputs, Gen.Int[0, 4], s_seed).Holds((input, n, seed) => Symbolic.Agrees("RepeatVector", new Arguments(("n", n)), [input], seed, dims: ["n"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Normalizations(bool affine)
    {
        // Weights have sizes that are known when the model is constructed; without them any may vary from call to call.
        SymbolKind kind = affine ? SymbolKind.Parameter : SymbolKind.Dynamic;
        Gen.Select(s_inputs, Gen.Int[1, 3], s_seed).Holds((input, axes, seed) =>
        {
            Symbolic.Agrees("LayerNormalization", new Arguments(("axes", axes), ("affine", affine)), [input], seed, symbols: kind);
            Symbolic.Agrees("RMSNormalization", new Arguments(("axes", axes), ("affine", affine)), [input], seed, symbols: kind);
            Symbolic.Agrees("GroupNormalization", new Arguments(("groups", axes), ("affine", affine)), [input], seed, symbols: kind);
            Symbolic.Agrees("InstanceNormalization", new Arguments(("affine", affine)), [input], seed, symbols: kind);
            Symbolic.Agrees("BatchNormalization", new Arguments(("affine", affine)), [input], seed, symbols: SymbolKind.Parameter);
        });
    }

    [Fact]
    public void Layers_with_weights()
    {
        Gen.Select(s_inputs, Gen.Int[0, 5], s_seed).Holds((input, units, seed) =>
            Symbolic.Agrees("Dense", new Arguments(("units", units)), [input], seed, dims: ["units"], symbols: SymbolKind.Parameter));
        Gen.Select(s_inputs, Gen.Select(Gen.Int[0, 5], Gen.Int[1, 5], Gen.Int[-1, 5]), s_seed).Holds((input, sizes, seed) => Symbolic.Agrees(
            "Embedding",
            new Arguments(("vocabulary", sizes.Item1), ("dimension", sizes.Item2), ("paddingIndex", sizes.Item3)),
            [input with { Element = ElementType.Int64 }],
            seed,
            dims: ["vocabulary", "dimension"],
            symbols: SymbolKind.Parameter));
        Gen.Select(Gen.Int[0, 4].Array[0, 3], s_seed).Holds((shape, seed) =>
            Symbolic.Agrees("Weight", new Arguments(("shape", shape)), [], seed, dims: ["shape"], symbols: SymbolKind.Parameter));
    }

    [Theory]
    [InlineData("abc,cd->abd", 3, 2)]
    [InlineData("abc,bcd->ad", 3, 1)]
    [InlineData("...ab,bc->...ac", 3, 2)]
    [InlineData("abc...,cd->abd...", 4, 2)]
    [InlineData("abc,cb->abc", 3, 2)]
    public void Equations(string equation, int rank, int sizes)
    {
        (from input in Gen.Long[1, 4].Array[rank - 1]
         from given in Gen.Frequency((4, Gen.Int[1, 4]), (3, Gen.Const(-1))).Array[sizes]
         select (input, given)).Select(s_seed).Holds((sample, seed) => Symbolic.Agrees(
            "EinsumDense",
            new Arguments(("equation", equation), ("outputShape", sample.given), ("biasAxes", $"{equation[equation.IndexOf('>', StringComparison.Ordinal)..].Trim('>', '.')[^1]}")),
            [Rule.Floats(sample.input)],
            seed,
            dims: ["outputShape"],
            symbols: SymbolKind.Parameter));
    }

    [Fact]
    public void What_is_left_open_says_which_layer_asks()
    {
        Dim t = Dim.Symbol(new DimSymbol("T", SymbolKind.Dynamic));
        Dim u = Dim.Symbol(new DimSymbol("U", SymbolKind.Dynamic));
        TensorType OfSize(params Dim[] sizes) => new(new Shape([Dim.Batch, .. sizes]), ElementType.Float32);
        string Ask(string kind, Arguments arguments, params TensorType[] inputs) =>
            string.Join("; ", Rule.Infer(kind, arguments, inputs).Node.Guards.Select(guard => $"{guard.Reason}: {guard.Condition}"));

        Assert.Equal("'y' (Add) combines 'x1' (N, T) and 'x2' (N, 5): T = 5", Ask("Add", new(), OfSize(t), OfSize(5)));
        Assert.Equal("", Ask("Add", new(), OfSize(t), OfSize(t)));
        Assert.Equal("", Ask("Add", new(), OfSize(t), OfSize(1)));
        Assert.Equal("'y' (Stack) stacks 'x1' (N, T) and 'x2' (N, U): T = U", Ask("Stack", new(("axis", 1)), OfSize(t), OfSize(u)));
        Assert.Equal("'y' (Reshape) makes a multiple of 4 elements of each example of 'x' (N, T, 2): 4 divides 2 * T", Ask("Reshape", new(("shape", new[] { 4, -1 })), OfSize(t, 2)));
        Assert.Equal("'y' (Reshape) makes 8 elements of each example of 'x' (N, T, 2): 8 = 2 * T", Ask("Reshape", new(("shape", new[] { 8 })), OfSize(t, 2)));
        Assert.Equal("", Ask("Reshape", new(("shape", new ListValue([new IntegerValue(2), new DimValue(t)]))), OfSize(t, 2)));
        Assert.Equal("'y' takes position 3 of axis 1 of 'x' (N, T): T >= 4", Ask("Slice", new(("axis 1", 3)), OfSize(t)));
        Assert.Equal("", Ask("Slice", new(("axis 1", new IndexValue(1, FromEnd: true))), OfSize(t)));
        Assert.Equal("'y' (Squeeze) removes axis 1, of size 1, of 'x' (N, T): T = 1", Ask("Squeeze", new(("axis", 1)), OfSize(t)));
        Assert.Equal("'y' (GroupNormalization) divides the channels into 4 groups of 'x' (N, T, 2): 4 divides T", Ask("GroupNormalization", new(("groups", 4), ("affine", false)), OfSize(t, 2)));
        Assert.Equal(
            "'y' (Dot) sums products along axis 1 of 'x1' (N, T) and axis 1 of 'x2' (N, U): T = U", Ask("Dot", new(), OfSize(t), OfSize(u)));
        Assert.Equal(
            "'y' (EinsumDense) makes 'b' of 5 from 'x' (N, T, 3): T = 5",
            Ask("EinsumDense", new(("equation", "abc,cd->abd"), ("outputShape", new[] { 5, 4 })), OfSize(t, 3)));
        Assert.Equal("RepeatVector takes 'n' of at least 1: T - 4 >= 1", Ask("RepeatVector", new(("n", t - 4)), OfSize(3)));
        Assert.Equal("Reshape takes 'shape' of at least 1 each: T - 4 >= 1", Ask("Reshape", new(("shape", new ListValue([new DimValue(t - 4)]))), OfSize(t - 4)));
    }
}
