using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Callable = GraphGen.Reference.Callable;
using Mlp = Tutorial.Mlp;

namespace GraphGen.Tests.Models;

/// <summary>What is alive after a call: the results alone, beside the view that each linear layer keeps of its weight since the first inference.</summary>
public class MemoryTests
{
    public static TheoryData<string> Names => Twins.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void After_forward_the_results_alone_are_alive(string name)
    {
        (_, Callable model, Tensor[] inputs) = Twins.Make(name, 2);
        foreach (bool withGradients in new[] { false, true })
        {
            using IDisposable _ = set_grad_enabled(withGradients);
            Release(model.Call(inputs));
            long before = CountAlive();
            Tensor[] results = model.Call(inputs);
            Assert.Equal(results.Length, Tensor.TotalCount - before);
            Release(results);
            Assert.Equal(before, Tensor.TotalCount);
        }

        GC.KeepAlive(model);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_surrounding_scope_has_the_results_alone(string name)
    {
        (_, Callable model, Tensor[] inputs) = Twins.Make(name, 2);
        foreach (bool withGradients in new[] { false, true })
        {
            using IDisposable _ = set_grad_enabled(withGradients);
            using (NewDisposeScope()) model.Call(inputs);
            long before = CountAlive();
            using (DisposeScope scope = NewDisposeScope())
            {
                Tensor[] results = model.Call(inputs);
                Assert.Equal(results.Length, scope.DisposablesCount);
                Assert.Equal(results.Length, Tensor.TotalCount - before);
            }

            Assert.Equal(before, Tensor.TotalCount);
        }

        GC.KeepAlive(model);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void After_a_training_step_nothing_is_left(string name)
    {
        (_, Callable model, Tensor[] inputs) = Twins.Make(name, 2);
        using optim.Optimizer optimizer = optim.SGD(model.Module.parameters(), 0.01);
        Step();
        long before = CountAlive();
        Step();
        Assert.Equal(before, CountAlive());
        GC.KeepAlive(model);

        void Step()
        {
            optimizer.zero_grad();
            Tensor[] results = model.Call(inputs);
            Tensor[] sums = [.. results.Select(result => result.sum())];
            using (Tensor stacked = stack(sums))
            using (Tensor loss = stacked.sum()) loss.backward();
            Release(results);
            Release(sums);
            optimizer.step();
        }
    }

    [Fact]
    public void What_an_exception_interrupts_is_released_by_the_scope()
    {
        using Mlp model = new();
        using Tensor x = rand(2, 10);
        var hook = model.Hidden2.register_forward_hook((_, _, _) => throw new NotSupportedException());
        long before = CountAlive();
        using (NewDisposeScope()) Assert.Throws<NotSupportedException>(() => model.call(x));
        Assert.Equal(before, Tensor.TotalCount);
        hook.remove();
        using Tensor result = model.call(x);
        Assert.Equal([2L, 1L], result.shape);
    }

    [Fact]
    public void A_model_takes_its_weights_and_their_views_along()
    {
        Mlp model = new();
        using Tensor x = rand(2, 10);
        using (no_grad()) model.call(x).Dispose();
        Parameter[] weights = [.. model.parameters()];
        const int Views = 4;

        long before = CountAlive();
        model.Dispose();
        Assert.Equal(weights.Length + Views, before - Tensor.TotalCount);
        Assert.All(weights, weight => Assert.True(weight.IsInvalid));
        model.Dispose();
    }

    /// <summary>Without what others left to the collector, such as the constructors of TorchSharp's modules.</summary>
    private static long CountAlive()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

    private static void Release(Tensor[] tensors)
    {
        foreach (Tensor tensor in tensors) tensor.Dispose();
    }
}
