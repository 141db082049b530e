using GraphGen.Inspection;
using TorchSharp;
using TorchSharp.Modules;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>Layers that are frozen in every place in which a layer may stand, between layers that are trained.</summary>
[Model]
public partial class Frosty
{
    static readonly Input x = Input(6, 4);
    static readonly Input words = Input(DType.Int64, 6);
    static readonly Node  before = Dense(4)(x);
    [Frozen] static readonly Node twice = Dense(4, PReLU())(Dense(4)(before));
    [Frozen] static readonly Layer shared = Dense(4);
    static readonly Node  sharedTwice = shared(shared(twice));
    static readonly Layer other = Dense(4);
    static readonly Node  first = other(sharedTwice);
    [Frozen] static readonly Node second = other(first);
    [Frozen] static readonly Recurrent reader = LSTM(4, returnSequences: true, layers: 2);
    static readonly Node  read = reader(second);
    [Frozen] static readonly Node each = TimeDistributed(Dense(4))(read + Embedding(9, 4)(words));
    static readonly Output y = Dense(1)(each);
}

/// <summary>The same without any layer frozen.</summary>
[Model]
public partial class Thawed
{
    static readonly Input x = Input(6, 4);
    static readonly Node hidden = Dense(4, PReLU())(x);
    static readonly Node read = GRU(4, returnSequences: true)(hidden);
    static readonly Node pooled = MaxPooling1D(2)(read);
    static readonly Output y = TimeDistributed(Dense(1))(pooled);
}

[Model]
public partial class Standardized
{
    static readonly Input x = Input(3, 5);
    [Frozen] static readonly Node kept = BatchNormalization()(x);
    static readonly Node moved = BatchNormalization()(kept);
    [Frozen] static readonly Node bare = BatchNormalization(affine: false)(moved);
    static readonly Output y = Dense(1)(bare);
}

/// <summary>Weights that belong to no layer.</summary>
[Model]
public partial class FrostyWeights
{
    static readonly Input x = Input(3);
    [Frozen] static readonly Node scale = Weight(3);
    static readonly Node shift = Weight(3);
    static readonly Output y = Dense(2)(x * scale + shift);
}

/// <summary>A model that has a frozen layer itself.</summary>
[Model]
internal sealed partial class HalfFrozen
{
    static readonly Input x = Input(4);
    [Frozen] static readonly Node kept = BatchNormalization()(x);
    static readonly Output y = Dense(4)(kept);
}

/// <summary>Models as layers, and a weight, frozen and not.</summary>
[Model]
internal sealed partial class FrozenParts
{
    static readonly Input x = Input(4);
    [Frozen] static readonly Node nested = Use<HalfFrozen>()(x);
    static readonly Node half = Use<HalfFrozen>()(nested);
    [Frozen] static readonly Node scale = Weight(4);
    static readonly Node shift = Weight(4);
    static readonly Node map = EinsumDense("ab,bc->ac", 4)(half);
    [Frozen] static readonly Node apart = SeparableConv1D(2, 3)(Reshape(1, 4)(map));
    static readonly Output y = Dense(1)(apart) + Reshape(1, 4)(half * scale + shift);
}

/// <summary>Layers that are repeated, and read both ways.</summary>
[Model]
public partial class FrozenStacks
{
    static readonly Input x = Input(6, 4);
    [Frozen] static readonly Node stack = Repeat(2, Dense(4, PReLU()))(x);
    [Frozen] static readonly Node both = Bidirectional(LSTM(2, returnSequences: true))(stack);
    static readonly Recurrent reader = GRU(3, returnSequences: true);
    static readonly Node shared = Bidirectional(reader)(both);
    static readonly Node open = Repeat(2, Dense(4, PReLU()))(shared);
    static readonly Output y = Dense(1)(open);
}

/// <summary>A helper that makes layers, for a field that is frozen and one that is not.</summary>
[Model]
public partial class FrozenByHelpers
{
    static readonly Input x = Input(4);
    [Frozen] static readonly Node kept = Block(x);
    static readonly Output y = Block(kept);

    static Node Block(Node x)
    {
        Node inner = Dense(4)(x);
        return x + Dense(4)(inner);
    }
}

public class FreezingTests
{
    private static readonly string[] s_frozen =
    [
        "twice_dense.weight", "twice_dense.bias", "twice.weight", "twice.bias", "twice_prelu.weight", "shared.weight", "shared.bias", "other.weight", "other.bias",
        .. from layer in new[] { 0, 1 } from part in new[] { "weight_ih", "weight_hh", "bias_ih", "bias_hh" } select $"reader.{part}_l{layer}",
        "each.weight", "each.bias", "each_embedding.weight",
    ];

    [Fact]
    public void Weights_of_frozen_layers_alone_have_no_gradient()
    {
        using Frosty model = new();
        Train(model);
        foreach ((string key, Parameter weight) in model.named_parameters())
        {
            Assert.Equal(!s_frozen.Contains(key), weight.requires_grad);
            Assert.Equal(s_frozen.Contains(key), weight.grad is null);
        }

        Assert.Equal(s_frozen.Length + 4, model.named_parameters().Count());
    }

    [Fact]
    public void Training_moves_the_others_only()
    {
        using Frosty model = new();
        using optim.Optimizer optimizer = optim.AdamW(model.parameters(), 0.1, weight_decay: 0.1);
        Dictionary<string, double[]> before = Copy(model);
        for (int i = 0; i < 3; i++)
        {
            optimizer.zero_grad();
            Train(model);
            optimizer.step();
        }

        foreach ((string key, double[] values) in Copy(model)) Assert.Equal(s_frozen.Contains(key), values.SequenceEqual(before[key]));
    }

    [Fact]
    public void Frozen_weights_are_saved_and_loaded()
    {
        using Frosty model = new();
        using Frosty other = new();
        using var written = new MemoryStream();
        model.save(written);
        using var read = new MemoryStream(written.ToArray());
        other.load(read);
        Assert.Equal(Copy(model), Copy(other));
        Assert.Superset(s_frozen.ToHashSet(), other.state_dict().Keys.ToHashSet());
        Assert.Equal(4, other.parameters().Count(weight => weight.requires_grad));
    }

    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void A_conversion_keeps_layers_frozen(ScalarType type)
    {
        using Frosty converted = new();
        converted.to(type);
        Train(converted, type);
        Assert.Equal(s_frozen.Order(), converted.named_parameters().Where(named => !named.parameter.requires_grad).Select(named => named.name).Order());
        using Frosty constructed = new(dtype: type);
        Assert.Equal(s_frozen.Order(), constructed.named_parameters().Where(named => !named.parameter.requires_grad).Select(named => named.name).Order());
    }

    [Theory]
    [InlineData("hidden", new[] { "hidden.weight", "hidden.bias", "hidden_prelu.weight" })]
    [InlineData("hidden_prelu", new[] { "hidden_prelu.weight" })]
    [InlineData("read", new[] { "read.weight_ih_l0", "read.weight_hh_l0", "read.bias_ih_l0", "read.bias_hh_l0" })]
    [InlineData("y", new[] { "y.weight", "y.bias" })]
    public void Any_layer_is_frozen_by_its_name_and_trained_again(string name, string[] keys)
    {
        using Thawed model = new();
        using Tensor x = rand(2, 6, 4);
        Assert.All(model.parameters(), weight => Assert.True(weight.requires_grad));

        model.Freeze(name);
        model.call(x).sum().backward();
        Assert.Equal(keys.Order(), model.named_parameters().Where(named => !named.parameter.requires_grad).Select(named => named.name).Order());
        Assert.Equal(keys.Order(), model.named_parameters().Where(named => named.parameter.grad is null).Select(named => named.name).Order());

        model.Freeze(name);
        model.Unfreeze(name);
        model.call(x).sum().backward();
        Assert.All(model.parameters(), weight => Assert.True(weight.requires_grad && weight.grad is not null));
    }

    [Fact]
    public void What_is_frozen_in_the_declaration_can_be_trained_later()
    {
        using Frosty model = new();
        foreach (string name in new[] { "twice_dense", "twice", "shared", "other", "reader", "each", "each_embedding" }) model.Unfreeze(name);
        Train(model);
        Assert.All(model.parameters(), weight => Assert.NotNull(weight.grad));
    }

    [Fact]
    public void A_gradient_from_before_moves_nothing()
    {
        using Thawed model = new();
        using optim.Optimizer optimizer = optim.SGD(model.parameters(), 0.1, momentum: 0.9);
        using Tensor x = rand(2, 6, 4);
        model.call(x).sum().backward();
        optimizer.step();
        model.Freeze("hidden");
        Dictionary<string, double[]> before = Copy(model);
        optimizer.step();
        foreach ((string key, double[] values) in Copy(model))
            Assert.Equal(key.StartsWith("hidden", StringComparison.Ordinal), values.SequenceEqual(before[key]));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("x")]
    [InlineData("pooled")]
    [InlineData("Hidden")]
    [InlineData("")]
    [InlineData(null)]
    public void A_name_is_that_of_a_layer_with_weights(string? name)
    {
        using Thawed model = new();
        Assert.Equal("name", Assert.Throws<ArgumentOutOfRangeException>(() => model.Freeze(name!)).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentOutOfRangeException>(() => model.Unfreeze(name!)).ParamName);
    }

    [Fact]
    public void A_frozen_normalization_keeps_its_statistics_and_works_by_them()
    {
        using Standardized model = new();
        using Tensor x = randn(8, 3, 5) * 3 + 7;
        model.train();
        for (int i = 0; i < 2; i++)
        {
            Dictionary<string, double[]> before = Copy(model);
            model.train();
            model.call(x).Dispose();
            Dictionary<string, double[]> after = Copy(model);
            foreach (string statistics in new[] { "running_mean", "running_var", "num_batches_tracked" })
            {
                Assert.Equal(before[$"kept.{statistics}"], after[$"kept.{statistics}"]);
                Assert.Equal(before[$"bare.{statistics}"], after[$"bare.{statistics}"]);
                Assert.NotEqual(before[$"moved.{statistics}"], after[$"moved.{statistics}"]);
            }
        }

        Assert.True(model.training && model.Moved.training);
        using Tensor kept = model.Kept.call(x);
        using Tensor expected = x / Math.Sqrt(1 + 1e-5);
        Twins.AssertClose(expected, kept);
    }

    [Fact]
    public void A_normalization_is_trained_again_in_the_mode_of_its_model()
    {
        using Standardized model = new();
        using Tensor x = randn(8, 3, 5) * 3 + 7;
        model.eval();
        model.Unfreeze("kept");
        Assert.False(model.Kept.training);
        model.train();
        model.call(x).Dispose();
        Assert.All(Copy(model)["kept.running_mean"], mean => Assert.NotEqual(0, mean));
        model.Unfreeze("bare");
        Assert.True(model.Bare.training);
        model.Freeze("moved");
        double[] before = Copy(model)["moved.running_mean"];
        model.call(x).Dispose();
        Assert.Equal(before, Copy(model)["moved.running_mean"]);
        model.Unfreeze("moved");
        model.call(x).Dispose();
        Assert.NotEqual(before, Copy(model)["moved.running_mean"]);
    }

    [Fact]
    public void Within_another_module_layers_stay_frozen()
    {
        using var parent = nn.Sequential(("first", nn.Linear(5, 5)), ("model", new Standardized()));
        parent.train();
        using Tensor x = randn(8, 3, 5) * 3 + 7;
        parent.call(x).sum().backward();
        Assert.All(parent.named_buffers().Where(named => named.name.StartsWith("model.kept.running_mean", StringComparison.Ordinal)), named => Assert.Equal(0, named.buffer.abs().sum().ToDouble()));
        Assert.All(parent.named_parameters(), named => Assert.Equal(named.name.StartsWith("model.kept.", StringComparison.Ordinal), named.parameter.grad is null));
    }

    [Fact]
    public void All_of_a_nested_model_is_frozen()
    {
        using FrozenParts model = new();
        string[] ofNested = ["nested.kept.weight", "nested.kept.bias", "nested.y.weight", "nested.y.bias"];
        string[] frozen = [.. ofNested, "half.kept.weight", "half.kept.bias", "scale", "apart.depthwise.weight", "apart.pointwise.weight", "apart.pointwise.bias"];
        AssertFrozen(model, frozen);
        using Tensor x = randn(6, 4) * 3 + 7;
        model.train();
        Dictionary<string, double[]> before = Copy(model);
        model.call(x).sum().backward();
        Assert.All(model.named_parameters(), named => Assert.Equal(frozen.Contains(named.name), named.parameter.grad is null));
        foreach (string statistics in new[] { "nested.kept.running_mean", "half.kept.running_mean" }) Assert.Equal(before[statistics], Copy(model)[statistics]);

        model.Unfreeze("nested");
        model.Unfreeze("scale");
        model.Half.Unfreeze("kept");
        model.Freeze("shift");
        model.Freeze("map");
        AssertFrozen(model, ["shift", "map.weight", "apart.depthwise.weight", "apart.pointwise.weight", "apart.pointwise.bias"]);
        model.call(x).sum().backward();
        Assert.Null(model.get_parameter("shift")!.grad);
        Assert.NotNull(model.get_parameter("scale")!.grad);
        foreach (string statistics in new[] { "nested.kept.running_mean", "half.kept.running_mean" }) Assert.NotEqual(before[statistics], Copy(model)[statistics]);
    }

    [Fact]
    public void Layers_that_are_repeated_or_read_both_ways_are_frozen_as_a_whole()
    {
        using FrozenStacks model = new();
        string[] Keys(params string[] layers) => [.. model.state_dict().Keys.Where(key => layers.Any(layer => key.StartsWith($"{layer}.", StringComparison.Ordinal)))];
        Assert.Equal((6, 8, 6, 12), (Keys("stack").Length, Keys("both").Length, Keys("open").Length, Keys("shared", "reader").Length + Keys("reader").Length));
        AssertFrozen(model, Keys("stack", "both"));
        Assert.Equal(["reader"], model.Graph.Layers.SelectMany(layer => layer.Inner ?? []));
        Assert.Equal(ModelSummary.Text(model.Graph), model.Summary());
        using Tensor x = randn(2, 6, 4);
        model.call(x).sum().backward();
        Assert.All(model.named_parameters(), named => Assert.Equal(named.name.StartsWith("stack.", StringComparison.Ordinal) || named.name.StartsWith("both.", StringComparison.Ordinal), named.parameter.grad is null));

        model.Unfreeze("stack");
        model.Freeze("shared");
        model.Freeze("open");
        AssertFrozen(model, Keys("both", "shared", "reader", "open"));
        long frozen = model.parameters().Where(weight => !weight.requires_grad).Sum(weight => weight.numel());
        Assert.EndsWith($" and {frozen} frozen", model.Summary(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_helper_makes_for_a_frozen_field_is_frozen()
    {
        using FrozenByHelpers model = new();
        string[] keys = [.. model.state_dict().Keys];
        AssertFrozen(model, [.. keys.Where(key => key.StartsWith("kept", StringComparison.Ordinal))]);
        Assert.Equal((8, 4), (keys.Length, model.parameters().Count(weight => weight.requires_grad)));
    }

    [Fact]
    public void Freezing_leaves_no_tensor_behind()
    {
        using Standardized model = new();
        long before = Tensor.TotalCount;
        model.Freeze("moved");
        model.Unfreeze("moved");
        model.Unfreeze("kept");
        model.Freeze("kept");
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void The_summary_tells_what_is_frozen()
    {
        using Standardized model = new();
        const string declared = """
            node   layer               from   output shape  parameters
            ----------------------------------------------------------
            x      Input                      (N, 3, 5)              0
            kept   BatchNormalization  x      (N, 3, 5)       6 frozen
            moved  BatchNormalization  kept   (N, 3, 5)              6
            bare   BatchNormalization  moved  (N, 3, 5)              0
            y      Dense(1)            bare   (N, 3, 1)              6
            ----------------------------------------------------------
            Standardized: 18 parameters, 12 trainable and 6 frozen, 21 buffer elements
            """;
        Assert.Equal(declared.ReplaceLineEndings(), model.Summary());
        Assert.Equal(declared.ReplaceLineEndings(), ModelSummary.Text(model.Graph));
        model.Unfreeze("kept");
        model.Y.bias!.requires_grad = false;
        string[] now = model.Summary().Split(Environment.NewLine);
        Assert.EndsWith(" 6", now[3], StringComparison.Ordinal);
        Assert.EndsWith(" 6, 1 frozen", now[6], StringComparison.Ordinal);
        Assert.Equal("Standardized: 18 parameters, 17 trainable and 1 frozen, 21 buffer elements", now[^1]);
        Assert.Equal(declared.ReplaceLineEndings(), ModelSummary.Text(model.Graph));
    }

    [Fact]
    public void Counts_of_frozen_parameters_are_those_without_a_gradient()
    {
        using Frosty model = new();
        long frozen = model.parameters().Where(weight => !weight.requires_grad).Sum(weight => weight.numel());
        Assert.Equal(frozen, model.Graph.FrozenParameters);
        Assert.Equal(model.parameters().Sum(weight => weight.numel()) - frozen, model.Graph.TrainableParameters);
        Assert.Equal(model.Graph.Layers.Single(layer => layer.Name == "twice").Parameters, model.Graph.Layers.Single(layer => layer.Name == "twice").FrozenParameters);
        Assert.Equal(ModelSummary.Text(model.Graph), model.Summary());

        model.Freeze("before");
        Assert.EndsWith($", {model.Y.weight.numel() + 1} trainable and {frozen + model.Before.weight.numel() + 4} frozen", model.Summary(), StringComparison.Ordinal);
    }

    private static void Train(Frosty model, ScalarType type = ScalarType.Float32)
    {
        using Tensor x = rand(2, 6, 4, dtype: type);
        using Tensor words = randint(0, 9, [2, 6], dtype: int64);
        using Tensor loss = model.call(x, words).square().mean();
        loss.backward();
    }

    private static void AssertFrozen(nn.Module model, string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), model.named_parameters().Where(named => !named.parameter.requires_grad).Select(named => named.name).Order(StringComparer.Ordinal));

    private static Dictionary<string, double[]> Copy(nn.Module model) => model.state_dict().ToDictionary(weight => weight.Key, weight => Layers.Values.Of(weight.Value));

    [Fact]
    public void A_weight_of_no_layer_is_frozen_too()
    {
        using DisposeScope scope = NewDisposeScope();
        using FrostyWeights model = new();
        Assert.False(model.Scale.requires_grad);
        Assert.True(model.Shift.requires_grad);

        model.forward(rand(2, 3)).sum().backward();
        model.Unfreeze("scale");
        model.Freeze("shift");
        model.Freeze("y");

        Assert.True(model.Scale.requires_grad);
        Assert.False(model.Shift.requires_grad);
        Assert.Null(model.Shift.grad);
        Assert.False(model.Y.weight.requires_grad);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Freeze("x"));
    }
}
