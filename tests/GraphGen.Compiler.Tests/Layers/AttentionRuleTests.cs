using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

public class AttentionRuleTests
{
    private const int Mask = 3;

    /// <summary>Query, value, key and mask, the last ones now and then left out; their sizes mostly fit.</summary>
    private static readonly Gen<TensorType[]> s_inputs =
        from rank in Gen.Frequency((8, Gen.Const(3)), (2, Gen.Int[2, 4]))
        from count in Gen.Int[1, 4]
        from sizes in Gen.Select(Gen.Long[1, 3], Gen.Long[2, 3], Gen.Long[2, 3], Gen.Long[1, 3], Gen.Long[1, 3])
        from dice in Gen.Int[0, 20].Array[16]
        from element in Gen.Frequency((12, Gen.Const(ElementType.Float32)), (1, TypeSamples.Element))
        select Make(rank, count, sizes, dice, element);

    public static TheoryData<string> Names => ["MultiHeadAttention", "ScaledDotProductAttention", "AdditiveAttention"];

    [Fact]
    public void Scaled_dot_products_take_what_libtorch_takes_of_axes_that_do_not_stretch() => s_inputs
        .Where(inputs => inputs[0].Shape.Rank > 2 && HaveEqualAxes(inputs) && HasBoolMask(inputs))
        .Holds(inputs => Oracle.Agree("ScaledDotProductAttention", new Arguments(), inputs, tensors =>
        {
            (Tensor query, Tensor value, Tensor key) = Complete(tensors);
            if (key.size(-2) != value.size(-2)) throw new ArgumentException("With four axes libtorch reads past the shorter of them.");
            return nn.functional.scaled_dot_product_attention(query, key, value, tensors.Length > Mask ? tensors[Mask] : null);
        }));

    [Fact]
    public void Several_heads_take_what_torchs_module_takes() => Gen.Select(s_inputs, Gen.Int[1, 3])
        .Where(sample => IsForTorchsModule(sample.Item1))
        .Holds((inputs, heads) => Oracle.Agree("MultiHeadAttention", new Arguments(("heads", heads)), inputs, tensors =>
        {
            (Tensor query, Tensor value, Tensor key) = Complete(tensors);
            if (query.size(-1) % heads != 0) throw new ArgumentException("No module divides its features so.");
            using var module = nn.MultiheadAttention(query.size(-1), heads, kdim: key.size(-1), vdim: value.size(-1));
            Tensor? forbidden = tensors.Length > Mask ? tensors[Mask][0].logical_not() : null;
            return module.call(query.transpose(0, 1), key.transpose(0, 1), value.transpose(0, 1), attn_mask: forbidden).Item1.transpose(0, 1);
        }));

    [Fact]
    public void Additive_scores_take_what_their_formula_takes_of_axes_that_do_not_stretch() => s_inputs
        .Where(inputs => inputs[0].Shape.Rank > 2 && HaveEqualAxes(inputs) && HasBoolMask(inputs) && HaveOneElementType(inputs))
        .Holds(inputs => Oracle.Agree("AdditiveAttention", new Arguments(), inputs, tensors =>
        {
            (Tensor query, Tensor value, Tensor key) = Complete(tensors);
            if (query.dtype != float32) throw new ArgumentException("The weights have the model's type.");
            if (query.size(-1) != key.size(-1) || key.size(-2) != value.size(-2)) throw new ArgumentException("Sums and products would stretch them.");
            Tensor scores = (query.unsqueeze(-2) + key.unsqueeze(-3)).tanh().sum(-1);
            if (tensors.Length > Mask) scores = scores.masked_fill(tensors[Mask].logical_not().expand(scores.shape), -1);
            return einsum("...ts,...sv->...tv", scores.softmax(-1), value);
        }));

    [Fact]
    public void Weights_are_those_of_torchs_module() => Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[1, 9], Gen.Int[1, 9], Gen.Bool)
        .Holds(sample =>
        {
            (int heads, int size, int valueFeatures, int keyFeatures, bool areAlike) = sample;
            int features = heads * size;
            TensorType[] inputs = areAlike ? [Rule.Floats(5, features)] : [Rule.Floats(5, features), Rule.Floats(6, valueFeatures), Rule.Floats(6, keyFeatures)];
            using var module = nn.MultiheadAttention(
                features, heads, kdim: areAlike ? features : keyFeatures, vdim: areAlike ? features : valueFeatures);

            Oracle.HasWeights(Rule.Infer("MultiHeadAttention", new Arguments(("heads", heads)), inputs), module);
        });

    /// <summary>The published totals: 4 (512² + 512) of the base transformer; BERT's base has 768 features.</summary>
    [Theory]
    [InlineData(512, 8, null, 1_050_624)]
    [InlineData(768, 12, null, 2_362_368)]
    [InlineData(512, 8, 64, 1_050_624)]
    [InlineData(16, 2, 2, 284)]
    public void Weights_are_counted_as_published(int features, int heads, int? keyDim, long expected) =>
        Assert.Equal(expected, Rule.Infer("MultiHeadAttention", new Arguments(("heads", heads), ("keyDim", keyDim)), Rule.Floats(10, features)).Count);

    [Fact]
    public void The_size_of_a_head_need_not_divide_the_features()
    {
        Outcome outcome = Rule.Infer("MultiHeadAttention", new Arguments(("heads", 3), ("keyDim", 4)), Rule.Floats(5, 10));

        Assert.Equal("(N, 5, 10)", outcome.ToString());
        Assert.Equal("in_proj_weight (36, 10), in_proj_bias (36), out_proj.weight (10, 12), out_proj.bias (10)", outcome.Weights);
        Assert.Equal("GG3005 at heads", Rule.Infer("MultiHeadAttention", new Arguments(("heads", 3)), Rule.Floats(5, 10)).ToString());
    }

    [Fact]
    public void A_scale_is_trained_for_each_feature() =>
        Assert.Equal("scale (6)", Rule.Infer("AdditiveAttention", Rule.Floats(5, 6), Rule.Floats(4, 7), Rule.Floats(4, 6)).Weights);

    [Theory]
    [MemberData(nameof(Names))]
    public void Inputs_that_do_not_fit_are_refused(string kind)
    {
        Arguments arguments = kind == "MultiHeadAttention" ? new Arguments(("heads", 2)) : new Arguments();
        string Infer(params TensorType[] inputs) => Rule.Infer(kind, arguments, inputs).ToString();
        TensorType x = Rule.Floats(5, 6);

        Assert.Equal("(N, 5, 6)", Infer(x));
        Assert.Equal("GG3001", Infer(Rule.Floats(6)));
        Assert.Equal("GG3001", Infer(x, Rule.Floats(6)));
        Assert.Equal("GG3001", Infer(x, x, x, Rule.Of(ElementType.Bool, 5)));
        Assert.Equal("GG3002", Infer(x, Rule.Floats(4, 6), Rule.Floats(3, 6)));
        Assert.Equal("GG3002", Infer(x, x, x, Rule.Of(ElementType.Bool, 5, 4)));
        Assert.Equal("GG3002", Infer(x, x, x, Rule.Of(ElementType.Bool, 4, 5)));
        Assert.Equal("(N, 5, 6)", Infer(x, x, x, Rule.Of(ElementType.Bool, 1, 5)));
        Assert.Equal("(N, 5, 6)", Infer(x, x, x, Rule.Of(ElementType.Bool, 5, 1)));
        Assert.Equal("GG3008", Infer(x, x, x, Rule.Floats(5, 5)));
        Assert.Equal("GG3008", Infer(x, Rule.Of(ElementType.Float64, 5, 6)));
        Assert.Equal("GG3008", Infer(Rule.Of(ElementType.Int64, 5, 6)));
        Assert.Equal(kind == "MultiHeadAttention" ? "(N, 5, 6)" : "GG3002", Infer(x, Rule.Floats(4, 6), Rule.Floats(4, 7)));
        Assert.Equal(kind == "MultiHeadAttention" ? "GG3001" : "(N, 3, 5, 6)", Infer(Rule.Floats(3, 5, 6)));
    }

    [Fact]
    public void Axes_between_batch_and_positions_agree()
    {
        Assert.Equal("(N, 3, 5, 7)", Rule.Infer("ScaledDotProductAttention", Rule.Floats(3, 5, 6), Rule.Floats(3, 4, 7), Rule.Floats(3, 4, 6)).ToString());
        Assert.Equal("GG3002", Rule.Infer("ScaledDotProductAttention", Rule.Floats(3, 5, 6), Rule.Floats(1, 4, 7), Rule.Floats(3, 4, 6)).ToString());
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        static string Infer(string kind, params (string, object?)[] arguments) => Rule.Infer(kind, new Arguments(arguments), Rule.Floats(5, 6)).ToString();

        Assert.Equal("GG1006 at heads", Infer("MultiHeadAttention", ("heads", 0)));
        Assert.Equal("GG1006 at keyDim", Infer("MultiHeadAttention", ("heads", 1), ("keyDim", 0)));
        Assert.Equal("GG1006 at dropout", Infer("MultiHeadAttention", ("heads", 1), ("dropout", 1.0)));
        Assert.Equal("GG1006 at dropout", Infer("ScaledDotProductAttention", ("dropout", -0.5)));
    }

    [Fact]
    public void Absurd_sizes_are_refused() => Assert.Equal(
        "GG1006", Rule.Infer("MultiHeadAttention", new Arguments(("heads", int.MaxValue), ("keyDim", int.MaxValue)), Rule.Floats(5, int.MaxValue)).ToString());

    [Fact]
    public void Messages_name_the_inputs() => Assert.Equal(
        "'y' (MultiHeadAttention) takes a mask of (N, 5, 4), or of 1 in place of a size, and is given 'x4' (N, 4, 4) Bool | axis 1 is 4 and not 5 |  | a mask of (N, 5, 4)",
        Rule.Infer("MultiHeadAttention", new Arguments(("heads", 2)), Rule.Floats(5, 6), Rule.Floats(4, 6), Rule.Floats(4, 6), Rule.Of(ElementType.Bool, 4, 4)).Messages);

    [Fact]
    public void A_shared_attention_keeps_its_features() => Assert.Equal(
        ["(N, 5, 6)", "(N, 9, 6)", "GG3003"],
        Rule.InferShared("MultiHeadAttention", new Arguments(("heads", 2)), Rule.Floats(5, 6), Rule.Floats(9, 6), Rule.Floats(5, 8)).Select(outcome => outcome.ToString()));

    private static TensorType[] Make(int rank, int count, (long, long, long, long, long) sizes, int[] dice, ElementType element)
    {
        (long outer, long targets, long sources, long half, long other) = sizes;
        long Vary(int die, long size) => dice[die] switch { 0 => size + 1, 1 => 1, _ => size };
        ElementType Element(int die) => dice[die] == 2 ? ElementType.Float64 : element;
        long[] Axes(int die, long positions, long features) =>
            [.. Enumerable.Repeat(outer, rank - 2).Take(rank - 3 < 0 ? 0 : rank - 3).Select(size => Vary(die + 2, size)), .. rank > 2 ? [Vary(die, positions)] : Array.Empty<long>(), Vary(die + 1, features)];

        long positions = count == 1 ? targets : sources;
        long features = 2 * half;
        TensorType[] all =
        [
            Rule.Of(Element(12), Axes(0, targets, features)),
            Rule.Of(Element(13), Axes(3, positions, dice[15] < 5 ? other : features)),
            Rule.Of(Element(14), Axes(6, positions, features)),
            Rule.Of(dice[15] == 20 ? element : ElementType.Bool, Axes(9, targets, positions)),
        ];
        return all[..count];
    }

    private static (Tensor Query, Tensor Value, Tensor Key) Complete(Tensor[] tensors)
    {
        Tensor value = tensors.Length > 1 ? tensors[1] : tensors[0];
        return (tensors[0], value, tensors.Length > 2 ? tensors[2] : value);
    }

    /// <summary>libtorch stretches axes of 1 also of queries, values and keys.</summary>
    private static bool HaveEqualAxes(TensorType[] inputs)
    {
        static IEnumerable<Dim> Outer(TensorType input) => input.Shape.Axes.Skip(1).Take(input.Shape.Rank - 3);
        return inputs.All(input => input.Shape.Rank == inputs[0].Shape.Rank) && inputs.Take(Mask).All(input => Outer(input).SequenceEqual(Outer(inputs[0])));
    }

    /// <summary>torch takes numbers in a mask too, to be added.</summary>
    private static bool HasBoolMask(TensorType[] inputs) => inputs.Length <= Mask || inputs[Mask].Element == ElementType.Bool;

    /// <summary>
    /// torch's module in C++ takes keys of as many features as values, and one mask for the whole batch, which it does not stretch. What equals the query, as all
    /// zeros do, it does not look at.
    /// </summary>
    private static bool IsForTorchsModule(TensorType[] inputs) =>
        inputs.All(input => input.Shape.Rank == 3) && HasBoolMask(inputs) && !StretchesMask(inputs) && HaveOneElementType(inputs) &&
        (inputs.Length <= 2 || inputs[1].Shape[2] == inputs[2].Shape[2]);

    private static bool HaveOneElementType(TensorType[] inputs) => inputs.Take(Mask).All(input => input.Element == inputs[0].Element);

    private static bool StretchesMask(TensorType[] inputs) =>
        inputs.Length > Mask && new[] { (inputs[0], 1), (inputs[2], 2) }.Any(of => inputs[Mask].Shape[of.Item2] == Dim.One && of.Item1.Shape[1] != Dim.One);
}
