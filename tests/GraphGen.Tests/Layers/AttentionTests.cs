using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Layers;

public class AttentionTests
{
    private const int Batch = 3;

    private static readonly string[] s_names =
    [
        "self", "sharedCross", "cross", "threefold", "masked", "padded", "maskedSelf", "causal", "causalMasked", "sized", "unlike", "unlikeKeys", "activated",
        "scaled", "scaledSelf", "scaledMasked", "scaledCausal", "scaledBoth", "additive", "additiveSelf", "additiveMasked",
    ];

    public static TheoryData<string> Names => [.. s_names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Attention_is_its_formula_position_by_position(string name)
    {
        using var model = new AllAttention(dtype: float64);
        Randomize(model);
        AllAttention.Inputs inputs = Inputs(float64);

        Tensor actual = Values.Output(model.forward(inputs), name);

        double[] expected = [.. Enumerable.Range(0, Batch).SelectMany(n => Expected(model.state_dict(), name, inputs, n)).SelectMany(row => row)];
        Values.AssertClose(expected, Values.Of(actual));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_those_of_small_differences(string name)
    {
        using var model = new AllAttention(dtype: float64);
        Randomize(model);
        AllAttention.Inputs inputs = Inputs(float64);
        (string Name, Tensor Tensor)[] variables =
        [
            ("x", inputs.X), ("y", inputs.Y), ("z", inputs.Z), .. model.named_parameters().Select(parameter => (parameter.name, (Tensor)parameter.parameter)),
        ];
        foreach ((_, Tensor tensor) in variables) tensor.requires_grad = true;
        Tensor direction = Values.Random(Values.Output(model.forward(inputs), name).shape);
        Tensor Value() => (Values.Output(model.forward(inputs), name) * direction).sum();

        Value().backward();

        foreach ((string key, Tensor tensor) in variables.Where(variable => variable.Tensor.grad is not null)) Derivatives.AssertDerivative($"{name} by {key}", tensor, Value);
    }

    [Fact]
    public void Several_heads_are_torchs_module_with_the_same_state()
    {
        using var model = new AllAttention();
        Randomize(model);
        AllAttention.Inputs inputs = Inputs(float32);
        foreach ((string layer, string name, Tensor other) in new[] { ("shared", "self", inputs.X), ("shared", "sharedCross", inputs.Y), ("cross", "cross", inputs.Y), ("unlike", "unlike", inputs.Z) })
        {
            using var module = nn.MultiheadAttention(6, layer == "cross" ? 3 : 2, kdim: other.size(2), vdim: other.size(2));
            module.load_state_dict(model.GetLayer(layer).state_dict());

            Tensor expected = module.call(inputs.X.transpose(0, 1), other.transpose(0, 1), other.transpose(0, 1)).Item1.transpose(0, 1);

            Assert.True(allclose(expected, Values.Output(model.forward(inputs), name), atol: 1e-6), name);
        }
    }

    /// <summary>Its 3,152,384 parameters are those of PyTorch's module of this size, too.</summary>
    [Fact]
    public void A_layer_of_the_base_transformer_is_torchs()
    {
        using var model = new TransformerLayer();
        Assert.Equal(3_152_384, model.parameters().Sum(parameter => parameter.numel()));

        using var small = new TransformerLayer(width: 16, heads: 4);
        using var module = nn.TransformerEncoderLayer(16, 4, 64);
        small.eval();
        module.eval();
        module.load_state_dict(small.state_dict().ToDictionary(
            entry => entry.Key.Replace("attention.", "self_attn.", StringComparison.Ordinal), entry => entry.Value));
        Tensor x = rand(Batch, 7, 16);

        Assert.True(allclose(module.call(x.transpose(0, 1)).transpose(0, 1), small.call(x), atol: 1e-5));
    }

    [Fact]
    public void Fresh_weights_are_those_of_torch()
    {
        using var module = new GraphGen.Modules.MultiHeadAttention(40, 40, 40, heads: 2, keyDim: 20);
        Dictionary<string, Tensor> state = module.state_dict();

        Assert.Equal(["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"], state.Keys);
        Assert.All(new[] { "in_proj_bias", "out_proj.bias" }, bias => Assert.All(Values.Of(state[bias]), value => Assert.Equal(0, value)));
        Assert.InRange(Values.Of(state["in_proj_weight"]).Max(), 0.95 * Math.Sqrt(6.0 / 160), Math.Sqrt(6.0 / 160));
        Assert.InRange(Values.Of(state["out_proj.weight"]).Max(), 0.95 / Math.Sqrt(40), 1 / Math.Sqrt(40));
    }

    [Fact]
    public void A_query_that_may_attend_to_nothing_gets_zeros_and_gradients_that_are_numbers()
    {
        using var model = new AllAttention();
        AllAttention.Inputs inputs = Inputs(float32) with { Mask = zeros(Batch, 5, 7, dtype: ScalarType.Bool) };
        AllAttention.Outputs outputs = model.forward(inputs);

        Assert.All(new[] { outputs.Masked, outputs.CausalMasked, outputs.ScaledMasked, outputs.ScaledBoth, outputs.AdditiveMasked }, output => Assert.All(Values.Of(output), value => Assert.Equal(0, value)));
        (outputs.Masked.sum() + outputs.CausalMasked.sum() + outputs.AdditiveMasked.sum()).backward();
        Assert.All(model.parameters().Where(parameter => parameter.grad is not null), parameter => Assert.DoesNotContain(double.NaN, Values.Of(parameter.grad!)));
    }

    [Fact]
    public void Each_step_of_a_sequence_of_sequences_attends_within_itself()
    {
        using var model = new AttentionOfSteps();
        Tensor x = rand(2, 4, 5, 6);

        (Tensor steps, Tensor heads) = model.call(x);

        Assert.True(allclose(stack([.. Enumerable.Range(0, 4).Select(s => model.Steps.call(x[.., s]))], 1), steps, atol: 1e-6));
        Assert.True(allclose(stack([.. Enumerable.Range(0, 4).Select(s => model.Heads.call(x[.., s]))], 1), heads, atol: 1e-6));
    }

    [Fact]
    public void Weights_are_dropped_in_training_only()
    {
        using var model = new DroppingAttention();
        Tensor x = rand(2, 5, 6);
        (Tensor heads, Tensor scaled) = model.call(x);
        (Tensor otherHeads, Tensor otherScaled) = model.call(x);
        Assert.False(allclose(heads, otherHeads));
        Assert.False(allclose(scaled, otherScaled));

        model.eval();
        (heads, scaled) = model.call(x);
        (otherHeads, otherScaled) = model.call(x);
        Assert.Equal(Values.Of(heads), Values.Of(otherHeads));
        Assert.True(allclose(nn.functional.scaled_dot_product_attention(x, x, x), scaled, atol: 1e-6));
    }

    [Fact]
    public void Lengths_come_with_the_call_and_width_and_heads_with_the_constructor()
    {
        using var model = new WideAttention(width: 8, heads: 2);
        Assert.Equal(8 * 6 + 4 * (8 * 8 + 8) + 4 * (8 * 8 + 8), model.parameters().Sum(parameter => parameter.numel()));
        foreach ((long queries, long memory) in new[] { (1, 3), (9, 2) })
            Assert.Equal([2, queries, 8], model.call(rand(2, queries, 5), rand(2, memory, 5), ones(2, 1, memory, dtype: ScalarType.Bool)).shape);
        Assert.Throws<ShapeException>(() => model.call(rand(2, 4, 5), rand(2, 3, 5), ones(2, 1, 4, dtype: ScalarType.Bool)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WideAttention(width: 8, heads: 3));
    }

    [Fact]
    public void An_empty_batch_has_an_empty_result()
    {
        using var model = new AllAttention();
        AllAttention.Inputs inputs = Inputs(float32, batch: 0);
        AllAttention.Outputs outputs = model.forward(inputs);
        foreach (string name in s_names) Assert.Equal(0, Values.Output(outputs, name).size(0));
    }

    [Fact]
    public void A_model_moves_to_another_type_and_is_saved_and_loaded()
    {
        using var model = new AllAttention();
        AllAttention.Inputs inputs = Inputs(float64);
        model.to(float64);
        Assert.All(model.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        Tensor before = model.forward(inputs).Unlike;

        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true)) model.save(writer);
        stream.Position = 0;
        using var other = new AllAttention(dtype: float64);
        using (var reader = new BinaryReader(stream)) other.load(reader);

        Assert.Equal(Values.Of(before), Values.Of(other.forward(inputs).Unlike));
    }

    [Fact]
    public void Hooks_see_what_goes_in_and_change_what_comes_out()
    {
        using var model = new AllAttention();
        AllAttention.Inputs inputs = Inputs(float32);
        Tensor? seen = null;
        model.Cross.register_forward_hook((_, query, value, key, mask, output) =>
        {
            seen = value;
            return output * 0;
        });

        Assert.All(Values.Of(model.forward(inputs).Cross), value => Assert.Equal(0, value));
        Assert.Equal(inputs.Y.shape, seen!.shape);
    }

    internal static AllAttention.Inputs Inputs(ScalarType dtype, long batch = Batch)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor Floats(long positions, long features) => ((rand(batch, positions, features, dtype: dtype) * 2) - 1).MoveToOuterDisposeScope();
        Tensor Truths(long queries, long keys) => (rand(batch, queries, keys) < 0.6).MoveToOuterDisposeScope();
        return new(Floats(5, 6), Floats(7, 6), Floats(7, 4), Truths(5, 7), Truths(5, 5), Truths(1, 7));
    }

    /// <summary>Biases that are not zero.</summary>
    private static void Randomize(AllAttention model)
    {
        using var _ = no_grad();
        foreach (TorchSharp.Modules.Parameter parameter in model.parameters()) nn.init.uniform_(parameter, -0.5, 0.5);
    }

    private static double[][] Expected(Dictionary<string, Tensor> state, string name, AllAttention.Inputs inputs, int n)
    {
        double[][] Rows(Tensor tensor) => [.. Enumerable.Range(0, (int)tensor.size(1)).Select(row => Values.Of(tensor[n, row]))];
        (double[][] x, double[][] y, double[][] z) = (Rows(inputs.X), Rows(inputs.Y), Rows(inputs.Z));
        double[][] next = [.. y.Select(row => row.Select(value => value + 1).ToArray())];
        Func<int, int, bool> all = (_, _) => true;
        Func<int, int, bool> past = (t, s) => s <= t;
        Func<int, int, bool> In(Tensor mask) => (t, s) => mask[n, mask.size(1) == 1 ? 0 : t, s].item<bool>();
        Func<int, int, bool> Both(Tensor mask) => (t, s) => past(t, s) && In(mask)(t, s);
        double[][] Heads(int heads, double[][] keys, double[][] values, Func<int, int, bool> mayAttend, string? layer = null) =>
            NaiveAttention.AttendInHeads(state, layer ?? name, heads, x, keys, values, mayAttend);
        double[][] Scaled(double[][] keys, double[][] values, Func<int, int, bool> mayAttend) =>
            NaiveAttention.Attend(x, keys, values, NaiveAttention.ScaledDotProduct, mayAttend);
        double[][] Additive(double[][] keys, double[][] values, Func<int, int, bool> mayAttend) =>
            NaiveAttention.Attend(x, keys, values, NaiveAttention.Additive(Values.Of(state[$"{name}.scale"])), mayAttend);
        return name switch
        {
            "self" => Heads(2, x, x, all, "shared"),
            "sharedCross" => Heads(2, y, y, all, "shared"),
            "cross" => Heads(3, y, y, all),
            "threefold" => Heads(3, next, y, all),
            "masked" => Heads(2, y, y, In(inputs.Mask)),
            "padded" => Heads(2, y, y, In(inputs.Padding)),
            "maskedSelf" => Heads(2, x, x, In(inputs.Own)),
            "causal" => Heads(2, x, x, past),
            "causalMasked" => Heads(2, y, y, Both(inputs.Mask)),
            "sized" => Heads(3, x, x, all),
            "unlike" => Heads(2, z, z, all),
            "unlikeKeys" => Heads(2, y, z, In(inputs.Mask)),
            "activated" => [.. Heads(2, x, x, all, "activated_multi_head_attention").Select(row => row.Select(value => Math.Max(value, 0)).ToArray())],
            "scaled" => Scaled(y, z, all),
            "scaledSelf" => Scaled(x, x, all),
            "scaledMasked" => Scaled(y, y, In(inputs.Mask)),
            "scaledCausal" => Scaled(y, y, past),
            "scaledBoth" => Scaled(y, y, Both(inputs.Mask)),
            "additive" => Additive(y, z, all),
            "additiveSelf" => Additive(x, x, all),
            _ => Additive(y, y, In(inputs.Mask)),
        };
    }
}
