using TorchSharp;
using TorchSharp.Modules;
using Tutorial;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>A generated model calls its linear layers with a transposed view that it keeps for inference; the layers stay in charge all the same.</summary>
public class LinearCallTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hooks_run_and_may_change_the_result_whenever_they_come_and_go(bool withGradients)
    {
        using IDisposable _ = set_grad_enabled(withGradients);
        using Mlp model = new();
        using Tensor x = rand(3, 10);
        using Tensor before = model.call(x);

        var hook = model.Output.register_forward_hook((_, _, result) => zeros_like(result));
        using (Tensor hooked = model.call(x)) Assert.True(hooked.allclose(full_like(before, 0.5)));
        hook.remove();
        using (Tensor after = model.call(x)) Assert.True(before.allclose(after));

        var preHook = model.Hidden1.register_forward_pre_hook((_, input) => zeros_like(input));
        using (Tensor hooked = model.call(x)) Assert.False(before.allclose(hooked));
        preHook.remove();
        using (Tensor after = model.call(x)) Assert.True(before.allclose(after));

        int calls = 0;
        var first = model.Hidden1.register_forward_pre_hook(_ => calls++);
        var second = model.Hidden1.register_forward_hook(_ => calls++);
        model.call(x).Dispose();
        Assert.Equal(2, calls);
        first.remove();
        second.remove();
        model.call(x).Dispose();
        Assert.Equal(2, calls);
    }

    [Fact]
    public void A_weight_that_is_changed_or_replaced_is_used()
    {
        using IDisposable _ = no_grad();
        using Mlp model = new();
        using Mlp other = new();
        using Tensor x = rand(3, 10);
        model.call(x).Dispose();
        model.load_state_dict(other.state_dict());
        AssertSame(other, model, x);

        foreach (ScalarType type in new[] { float64, float32 })
        {
            model.to(type);
            other.to(type);
            using Tensor converted = x.to(type);
            AssertSame(other, model, converted);
        }

        model.Hidden1.weight = new Parameter(zeros(10, 10));
        other.Hidden1.weight.zero_();
        AssertSame(other, model, x);

        using Tensor elsewhere = rand(10, 10);
        model.Hidden1.weight.set_(elsewhere);
        other.Hidden1.weight.copy_(elsewhere);
        AssertSame(other, model, x);

        model.Hidden1.bias = null;
        other.Hidden1.bias!.zero_();
        AssertSame(other, model, x);
    }

    [Fact]
    public void A_file_is_read_into_a_model_in_use()
    {
        using IDisposable _ = no_grad();
        using Mlp model = new();
        using Mlp other = new();
        using Tensor x = rand(3, 10);
        model.call(x).Dispose();
        string file = Path.GetTempFileName();
        try
        {
            other.save(file);
            model.load(file);
        }
        finally
        {
            File.Delete(file);
        }

        AssertSame(other, model, x);
    }

    [Fact]
    public void A_layer_may_have_no_bias()
    {
        using NoBiasModel model = new();
        using Tensor x = rand(3, 10);
        using Tensor expected = x.matmul(model.Y.weight.t());
        using (Tensor actual = model.call(x)) Assert.True(expected.allclose(actual));
        using IDisposable _ = no_grad();
        using (Tensor actual = model.call(x)) Assert.True(expected.allclose(actual));
    }

    [Fact]
    public void Weights_made_for_inference_alone_serve_outside_of_it()
    {
        Mlp model;
        using Tensor x = rand(3, 10);
        using Tensor expected = Infer();
        using IDisposable _ = no_grad();
        using Tensor actual = model.call(x);
        Assert.True(expected.allclose(actual));
        model.Dispose();

        Tensor Infer()
        {
            using IDisposable guard = inference_mode();
            model = new Mlp();
            return model.call(x);
        }
    }

    [Fact]
    public void Inference_first_leaves_training_as_it_is()
    {
        using Mlp model = new();
        using Tensor x = rand(3, 10);
        using (inference_mode()) model.call(x).Dispose();
        using (no_grad()) model.call(x).Dispose();

        optim.Optimizer optimizer = optim.SGD(model.parameters(), 0.1);
        using Tensor before = model.Hidden1.weight.clone();
        using Tensor loss = model.call(x).sum();
        loss.backward();
        optimizer.step();
        Assert.False(before.allclose(model.Hidden1.weight));

        using IDisposable _ = no_grad();
        using Mlp copy = new();
        copy.load_state_dict(model.state_dict());
        AssertSame(copy, model, x);
    }

    [Fact]
    public void A_layer_may_be_frozen_and_unfrozen()
    {
        using Mlp model = new();
        using Tensor x = rand(3, 10);
        Backward();
        foreach (bool isTrained in new[] { false, true })
        {
            model.zero_grad();
            model.Hidden1.weight.requires_grad = isTrained;
            Backward();
            Assert.Equal(isTrained, model.Hidden1.weight.grad is not null);
            Assert.NotNull(model.Hidden2.weight.grad);
            using IDisposable _ = no_grad();
            using Tensor result = model.call(x);
            Assert.False(result.requires_grad);
        }

        void Backward()
        {
            using Tensor loss = model.call(x).sum();
            loss.backward();
        }
    }

    [Fact]
    public void Gradients_add_up_over_calls()
    {
        using Mlp model = new();
        using Tensor x = rand(3, 10);
        using Tensor once = Gradient();
        using Tensor twice = Gradient();
        Assert.True((2 * once).allclose(twice));

        Tensor Gradient()
        {
            using (no_grad()) model.call(x).Dispose();
            using Tensor loss = model.call(x).sum();
            loss.backward();
            return model.Hidden1.weight.grad!.clone();
        }
    }

    [Fact]
    public void Calling_draws_no_random_numbers()
    {
        using IDisposable _ = no_grad();
        using Mlp model = new();
        using Tensor x = rand(3, 10);
        random.manual_seed(1);
        using Tensor expected = rand(4);
        random.manual_seed(1);
        model.call(x).Dispose();
        using Tensor actual = rand(4);
        Assert.True(expected.allclose(actual));
    }

    [Fact]
    public void Weights_without_memory_tell_shapes()
    {
        using IDisposable _ = no_grad();
        using Mlp model = new(device("meta"));
        using Tensor x = zeros(3, 10, device: device("meta"));
        using Tensor result = model.call(x);
        Assert.Equal([3L, 1L], result.shape);
    }

    [Fact]
    public void Threads_may_share_a_model_in_inference()
    {
        using Mlp model = new();
        using Tensor x = rand(3, 10);
        using Tensor expected = model.call(x).detach();
        Parallel.For(0, 64, _ =>
        {
            using IDisposable guard = no_grad();
            for (int i = 0; i < 50; i++)
            {
                using Tensor actual = model.call(x);
                Assert.True(expected.allclose(actual));
            }
        });
    }

    private static void AssertSame(Mlp expected, Mlp actual, Tensor x)
    {
        using Tensor one = expected.call(x);
        using Tensor other = actual.call(x);
        Assert.True(one.allclose(other));
    }
}

[Model]
internal sealed partial class NoBiasModel
{
    static readonly Input x = Input(10);
    static readonly Output y = Dense(4, bias: false)(x);
}
