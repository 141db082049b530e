using TorchSharp;
using TorchSharp.Modules;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>A generated model calls its linear layers with a transposed view that it keeps; the layers stay in charge all the same.</summary>
public class LinearCallTests
{
    [Fact]
    public void Hooks_run_and_may_change_the_result_whenever_they_come_and_go()
    {
        using IDisposable _ = no_grad();
        using Mlp model = new();
        using Tensor x = rand(3, 10);
        using Tensor before = model.call(x);

        var hook = model.Output.register_forward_hook((_, _, result) => zeros_like(result));
        using (Tensor hooked = model.call(x)) Assert.True(hooked.allclose(full_like(before, 0.5)));
        hook.remove();
        using (Tensor after = model.call(x)) Assert.True(before.allclose(after));

        int calls = 0;
        model.Hidden1.register_forward_pre_hook(_ => calls++);
        model.call(x).Dispose();
        Assert.Equal(1, calls);
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
    public void A_frozen_layer_has_no_gradient()
    {
        using Mlp model = new();
        using Tensor x = rand(3, 10);
        model.Hidden1.weight.requires_grad = false;
        using Tensor loss = model.call(x).sum();
        loss.backward();
        Assert.Null(model.Hidden1.weight.grad);
        Assert.NotNull(model.Hidden2.weight.grad);
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
