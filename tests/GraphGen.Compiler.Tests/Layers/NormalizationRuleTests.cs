using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests;

public class NormalizationRuleTests
{
    /// <summary>
    /// Weights have the model's type, which may be any floating type: the language takes no other, also where libtorch would take one beside weights of
    /// Float32.
    /// </summary>
    private static readonly Gen<TensorType> s_inputsBesideWeights =
        Inputs(Gen.Enum<ElementType>().Where(element => element == ElementType.Float32 || !element.IsFloating()));

    private static readonly Gen<TensorType> s_inputs = Inputs(Gen.Enum<ElementType>());

    private static Gen<TensorType> Inputs(Gen<ElementType> elements) =>
        from sizes in Gen.Long[1, 5].Array[0, 5]
        from element in Gen.Frequency((4, Gen.Const(ElementType.Float32)), (1, elements))
        select Rule.Of(element, sizes);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Batch_normalization_keeps_the_shape_and_counts_two_numbers_a_channel(int axes)
    {
        TensorType input = Rule.Floats([7, .. Enumerable.Repeat(3L, axes - 1)]);
        Outcome outcome = Rule.Infer("BatchNormalization", input);
        Assert.Equal(input, outcome.Type);
        Assert.Equal(14, outcome.Count);
        Assert.Equal("weight (7), bias (7), running_mean (7), running_var (7), num_batches_tracked ()", outcome.Weights);
    }

    [Theory]
    [InlineData("momentum", 1.5)]
    [InlineData("momentum", -0.1)]
    [InlineData("momentum", double.NaN)]
    [InlineData("epsilon", 0.0)]
    [InlineData("epsilon", double.PositiveInfinity)]
    public void Numbers_out_of_range_are_refused(string argument, double value)
    {
        Arguments arguments = new((argument, value));
        Assert.Equal($"GG1006 at {argument}", Rule.Infer("BatchNormalization", arguments, Rule.Floats(3)).ToString());
        if (argument != "epsilon") return;
        Assert.Equal("GG1006 at epsilon", Rule.Infer("LayerNormalization", arguments, Rule.Floats(3)).ToString());
        Assert.Equal("GG1006 at epsilon", Rule.Infer("InstanceNormalization", arguments, Rule.Floats(3, 4)).ToString());
        Assert.Equal("GG1006 at epsilon", Rule.Infer("RMSNormalization", arguments, Rule.Floats(3)).ToString());
        Assert.Equal("GG1006 at epsilon", Rule.Infer("GroupNormalization", new Arguments(("groups", 1), (argument, value)), Rule.Floats(3, 4)).ToString());
    }

    [Theory]
    [InlineData("momentum", 0.0)]
    [InlineData("momentum", 1.0)]
    [InlineData("epsilon", 1e-12)]
    public void Numbers_at_the_edge_of_their_range_are_taken(string argument, double value) =>
        Assert.Equal("(N, 3)", Rule.Infer("BatchNormalization", new Arguments((argument, value)), Rule.Floats(3)).ToString());

    [Theory]
    [InlineData(1, "weight (5), bias (5)", 10)]
    [InlineData(2, "weight (4, 5), bias (4, 5)", 40)]
    [InlineData(3, "weight (3, 4, 5), bias (3, 4, 5)", 120)]
    public void Layer_normalization_has_weights_of_the_last_axes(int axes, string weights, long count)
    {
        Outcome outcome = Rule.Infer("LayerNormalization", new Arguments(("axes", axes)), Rule.Floats(3, 4, 5));
        Assert.Equal("(N, 3, 4, 5)", outcome.ToString());
        Assert.Equal(weights, outcome.Weights);
        Assert.Equal(count, outcome.Count);
    }

    [Fact]
    public void What_layer_normalization_cannot_normalize_is_refused()
    {
        Assert.Equal("GG3009 at axes", Rule.Infer("LayerNormalization", new Arguments(("axes", 3)), Rule.Floats(4, 5)).ToString());
        Assert.Equal("GG1006 at axes", Rule.Infer("LayerNormalization", new Arguments(("axes", 0)), Rule.Floats(4, 5)).ToString());
        Assert.Equal("GG3001", Rule.Infer("LayerNormalization", Rule.Floats()).ToString());
        Assert.Equal("GG3008", Rule.Infer("LayerNormalization", Rule.Of(ElementType.Int64, 4)).ToString());
    }

    [Theory]
    [InlineData("BatchNormalization")]
    [InlineData("LayerNormalization")]
    [InlineData("RMSNormalization")]
    public void A_shared_layer_is_bound_to_its_size(string kind) =>
        Assert.Equal(
            ["(N, 3)", "(N, 3)", "GG3003"],
            Rule.InferShared(kind, new Arguments(), Rule.Floats(3), Rule.Floats(3), Rule.Floats(4)).Select(outcome => outcome.ToString()));

    [Fact]
    public void The_rule_of_batch_normalization_is_that_of_libtorch() => Gen.Select(s_inputsBesideWeights, Gen.Bool).Holds((input, affine) =>
    {
        Arguments arguments = new(("affine", affine));
        nn.Module<Tensor, Tensor> Make() => input.Shape.Rank switch
        {
            <= 3 => nn.BatchNorm1d(Sizes.Channels(input), affine: affine),
            4 => nn.BatchNorm2d(Sizes.Channels(input), affine: affine),
            _ => nn.BatchNorm3d(Sizes.Channels(input), affine: affine),
        };
        Oracle.Agree("BatchNormalization", arguments, input, x => Make().call(x));
        Outcome outcome = Rule.Infer("BatchNormalization", arguments, input);
        if (outcome.Type is not null) Oracle.HasWeights(outcome, Make());
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_rule_of_layer_normalization_is_that_of_libtorch(bool affine) =>
        Gen.Select(affine ? s_inputsBesideWeights : s_inputs, Gen.Int[1, 5]).Holds((input, axes) =>
    {
        // libtorch counts the batch among the axes, which the language never does: there the module is asked for one axis too many.
        Arguments arguments = new(("axes", axes), ("affine", affine));
        nn.Module<Tensor, Tensor> Make() => nn.LayerNorm(
            axes < input.Shape.Rank ? [.. input.Shape.Axes.TakeLast(axes).Select(axis => axis.Value!.Value)] : [.. Enumerable.Repeat(1L, input.Shape.Rank + 1)],
            elementwise_affine: affine);
        Oracle.Agree("LayerNormalization", arguments, input, x => Make().call(x));
        Outcome outcome = Rule.Infer("LayerNormalization", arguments, input);
        if (outcome.Type is not null) Oracle.HasWeights(outcome, Make());
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_rule_of_instance_normalization_is_that_of_libtorch(bool affine) => (affine ? s_inputsBesideWeights : s_inputs).Holds(input =>
    {
        // libtorch takes two axes for one example of channels, which the language never does.
        Arguments arguments = new(("affine", affine));
        nn.Module<Tensor, Tensor> Make() => input.Shape.Rank switch
        {
            3 => nn.InstanceNorm1d(Sizes.Channels(input), affine: affine),
            4 => nn.InstanceNorm2d(Sizes.Channels(input), affine: affine),
            5 => nn.InstanceNorm3d(Sizes.Channels(input), affine: affine),
            _ => throw new InvalidOperationException("There is no such module."),
        };
        Oracle.Agree("InstanceNormalization", arguments, input, x => Make().call(x));
        Outcome outcome = Rule.Infer("InstanceNormalization", arguments, input);
        if (outcome.Type is not null) Oracle.HasWeights(outcome, Make());
    });

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "weight (7), bias (7)")]
    public void Instance_normalization_has_weights_where_asked(bool affine, string weights) =>
        Assert.Equal(weights, Rule.Infer("InstanceNormalization", new Arguments(("affine", affine)), Rule.Floats(7, 3)).Weights);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_rule_of_group_normalization_is_that_of_libtorch(bool affine) =>
        Gen.Select(affine ? s_inputsBesideWeights : s_inputs, Gen.Int[1, 4]).Holds((input, groups) =>
    {
        Arguments arguments = new(("groups", groups), ("affine", affine));
        nn.Module<Tensor, Tensor> Make() => nn.GroupNorm(groups, Sizes.Channels(input), affine: affine);
        Oracle.Agree("GroupNormalization", arguments, input, x => Make().call(x));
        Outcome outcome = Rule.Infer("GroupNormalization", arguments, input);
        if (outcome.Type is not null) Oracle.HasWeights(outcome, Make());
    });

    [Fact]
    public void Groups_divide_the_channels()
    {
        Outcome outcome = Rule.Infer("GroupNormalization", new Arguments(("groups", 4)), Rule.Floats(6, 5));
        Assert.Equal("GG3005 at groups", outcome.ToString());
        Assert.Equal("'y' (GroupNormalization) divides the channels into 4 groups | 'x' (N, 6, 5) has 6 |  | a number that divides 6", outcome.Messages);
        Assert.Equal("GG1006 at groups", Rule.Infer("GroupNormalization", new Arguments(("groups", 0)), Rule.Floats(6, 5)).ToString());
    }

    [Theory]
    [InlineData(1, "weight (5)", 5)]
    [InlineData(2, "weight (4, 5)", 20)]
    [InlineData(3, "weight (3, 4, 5)", 60)]
    public void Root_mean_squares_have_a_weight_of_the_last_axes(int axes, string weights, long count)
    {
        Outcome outcome = Rule.Infer("RMSNormalization", new Arguments(("axes", axes)), Rule.Floats(3, 4, 5));
        Assert.Equal("(N, 3, 4, 5)", outcome.ToString());
        Assert.Equal(weights, outcome.Weights);
        Assert.Equal(count, outcome.Count);
    }

    [Fact]
    public void The_rule_of_root_mean_squares_is_that_of_the_language() => Gen.Select(s_inputs, Gen.Int[1, 5], Gen.Bool).Holds((input, axes, affine) =>
    {
        // As a formula, since TorchSharp has no such module.
        Oracle.Agree("RMSNormalization", new Arguments(("axes", axes), ("affine", affine)), input, x =>
        {
            if (axes >= x.Dimensions || !x.is_floating_point()) throw new InvalidOperationException("There is nothing to normalize.");
            if (affine && x.dtype != ScalarType.Float32) throw new InvalidOperationException("The weight has another type.");
            return x / (x.square().mean([.. Enumerable.Range(1, axes).Select(axis => (long)-axis)], keepdim: true) + 1e-6).sqrt();
        });
    });

    [Fact]
    public void The_rule_of_unit_normalization_is_that_of_libtorch() =>
        Gen.Select(s_inputs, Gen.Int[-6, 6]).Where((input, axis) => input.Shape.Resolve(axis) is not 0).Holds((input, axis) =>
            Oracle.Agree("UnitNormalization", new Arguments(("axis", axis)), input, x => nn.functional.normalize(x, 2, axis)));

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(2)]
    public void Examples_are_not_normalized_together(int axis) =>
        Assert.Equal("GG3009 at axis", Rule.Infer("UnitNormalization", new Arguments(("axis", axis)), Rule.Floats(3)).ToString());

    [Fact]
    public void Summaries_show_what_matters()
    {
        string Describe(string kind, params (string, object?)[] arguments)
        {
            var layer = Rule.Layer(kind, arguments);
            return layer.Kind.Describe(layer);
        }

        Assert.Equal("BatchNormalization", Describe("BatchNormalization"));
        Assert.Equal("LayerNormalization", Describe("LayerNormalization"));
        Assert.Equal("LayerNormalization(axes: 2)", Describe("LayerNormalization", ("axes", 2)));
        Assert.Equal("InstanceNormalization", Describe("InstanceNormalization"));
        Assert.Equal("GroupNormalization(4)", Describe("GroupNormalization", ("groups", 4)));
        Assert.Equal("RMSNormalization", Describe("RMSNormalization"));
        Assert.Equal("RMSNormalization(axes: 2)", Describe("RMSNormalization", ("axes", 2)));
        Assert.Equal("UnitNormalization", Describe("UnitNormalization"));
        Assert.Equal("UnitNormalization(axis: 1)", Describe("UnitNormalization", ("axis", 1)));
    }
}
