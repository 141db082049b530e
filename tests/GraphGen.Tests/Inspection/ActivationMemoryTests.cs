using System.Text.Json;
using GraphGen.Inspection;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Inspection;

/// <summary>The memory of a batch against calculations by hand, and against the tensors that are seen while a model computes.</summary>
public class ActivationMemoryTests
{
    private const int Float = 4;

    /// <summary>Of two layers one after another the wider pair.</summary>
    [Fact]
    public void Mlp() => AssertActivations(new Mlp(), batchSize: 32, inputs: 10, peak: 10 + 20, kept: 10 + 20 + 10 + 1);

    /// <summary>The first pooling while it reads its convolution. What is flattened lies channels-last, so that it is copied.</summary>
    [Fact]
    public void ConvNet()
    {
        const int Conv1 = 32 * 61 * 61, Pool1 = 32 * 30 * 30, Conv2 = 16 * 27 * 27, Pool2 = 16 * 13 * 13;
        AssertActivations(new ConvNet(), batchSize: 5, inputs: 64 * 64, peak: Conv1 + Pool1, kept: Conv1 + Pool1 + Conv2 + Pool2 + Pool2 + 10 + 1);
    }

    /// <summary>The second picture has three channels, and is copied to lie channels-last: until its convolution has read it.</summary>
    [Fact]
    public void SeveralInputs()
    {
        const int Copy = 3 * 32 * 32, Conv11 = 32 * 61 * 61, Pool11 = 32 * 30 * 30;
        int[] others = [16 * 27 * 27, 2 * 2704, 32 * 29 * 29, 32 * 14 * 14, 16 * 11 * 11, 2 * 400, 3104, 10, 10, 1];
        AssertActivations(new SeveralInputs(), batchSize: 2, inputs: (64 * 64) + Copy, peak: Copy + Conv11 + Pool11, kept: Copy + Conv11 + Pool11 + others.Sum());
    }

    [Theory]
    [InlineData(ScalarType.Float64, 8)]
    [InlineData(ScalarType.BFloat16, 2)]
    public void Elements_have_the_bytes_of_the_models_type(ScalarType type, int bytes)
    {
        using Mlp model = new(dtype: type);
        JsonElement memory = Memory(model, 3);
        Assert.Equal((3 * 30 * bytes, 551 * bytes, type.ToString()), (memory.GetProperty("activationsInInference").GetInt32(), memory.GetProperty("weights").GetInt32(), memory.GetProperty("floatingType").GetString()));
    }

    [Fact]
    public void Of_models_within_models_and_copies_what_is_in_them_lives_too()
    {
        // In the nested model, with what was made before it. Of the copies two are alive at once.
        const int Before = 4, Nested = 100 + 2, Copies = 3 * 5;
        AssertActivations(new AroundWide(), batchSize: 2, inputs: 14 * 3, peak: 14 * (Before + Nested), kept: 14 * (Before + Nested + Copies + 1), ("S", 7));
    }

    [Fact]
    public void Steps_go_through_the_batch() => AssertActivations(new Steps(), batchSize: 2, inputs: 5 * 4, peak: 5 * (6 + 2), kept: 5 * (6 + 2), ("T", 5));

    /// <summary>What is flattened is no longer in order, and is copied; in training dropout makes a tensor of its own; ReLU overwrites.</summary>
    [Fact]
    public void Views_have_no_memory_of_their_own() => AssertActivations(new Shared(), batchSize: 2, inputs: 12, peak: 18 + 18, kept: 18 + 18 + 18 + 18);

    [Fact]
    public void What_is_alive_at_once_is_what_is_seen_while_the_model_computes()
    {
        AssertSeen(new Lifetimes());
        AssertSeen(new KeptLifetimes());
    }

    [Fact]
    public void Frozen_weights_have_no_gradients()
    {
        using Mlp model = new();
        model.Freeze("hidden2");
        Assert.Equal((551 * Float, (551 - 220) * Float), (Memory(model, 1).GetProperty("weights").GetInt32(), Memory(model, 1).GetProperty("gradients").GetInt32()));
    }

    [Fact]
    public void Without_a_size_the_activations_are_not_known()
    {
        using Steps model = new();
        JsonElement memory = Memory(model, 4);
        foreach (string name in new[] { "inputs", "activationsInInference", "activationsInTraining", "inference", "training" }) Assert.Equal(JsonValueKind.Null, memory.GetProperty(name).ValueKind);
        Assert.Equal(((4 * 6) + 6 + (6 * 2) + 2) * Float, memory.GetProperty("weights").GetInt32());
        Assert.EndsWith("activations: not known without a size of T", model.Summary(SummaryFormat.Text, batchSize: 4), StringComparison.Ordinal);
    }

    private static void AssertActivations(IModel model, int batchSize, int inputs, int peak, int kept, params (string Name, long Value)[] sizes)
    {
        using var module = (nn.Module)model;
        JsonElement memory = Memory(model, batchSize, sizes);
        long Of(string name) => memory.GetProperty(name).GetInt64();
        Assert.Equal((inputs, peak, kept), (Of("inputs") / batchSize / Float, Of("activationsInInference") / batchSize / Float, Of("activationsInTraining") / batchSize / Float));
        long weights = module.parameters().Sum(parameter => parameter.numel()) * Float;
        Assert.Equal((weights, weights), (Of("weights"), Of("gradients")));
        Assert.Equal((weights + Of("inputs") + Of("activationsInInference"), (2 * weights) + Of("inputs") + Of("activationsInTraining")), (Of("inference"), Of("training")));
    }

    private static void AssertSeen(nn.Module<Tensor, Tensor> model)
    {
        using (model) AssertSeen((IModel)model, input => model.call(input).Dispose());
    }

    private static void AssertSeen(nn.Module<Tensor, (Tensor, Tensor)> model)
    {
        using (model)
        {
            AssertSeen((IModel)model, input =>
            {
                (Tensor y, Tensor z) = model.call(input);
                y.Dispose();
                z.Dispose();
            });
        }
    }

    private static void AssertSeen(IModel model, Action<Tensor> call)
    {
        using Tensor input = ones(3, 8);
        long before = Tensor.TotalCount;
        Observed.Tensors.Clear();
        call(input);
        Assert.Equal((Observed.Tensors.Max() - before) * 3 * 8 * Float, Memory(model, 3).GetProperty("activationsInInference").GetInt64());
    }

    private static JsonElement Memory(IModel model, int batchSize, params (string Name, long Value)[] sizes)
    {
        using JsonDocument document = JsonDocument.Parse(model.Summary(SummaryFormat.Json, batchSize, sizes.ToDictionary(size => size.Name, size => size.Value)));
        return document.RootElement.GetProperty("memory").Clone();
    }
}
