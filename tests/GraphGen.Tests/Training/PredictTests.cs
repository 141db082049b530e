using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>Outputs of any number of examples.</summary>
public class PredictTests : Scoped
{
    [Theory]
    [InlineData(0, 32)]
    [InlineData(1, 32)]
    [InlineData(31, 32)]
    [InlineData(32, 32)]
    [InlineData(33, 32)]
    [InlineData(100, 7)]
    public void They_are_those_of_one_call(int count, int batchSize)
    {
        using Mlp model = new();
        Tensor x = rand(count, 10);
        Tensor prediction = model.Predict(x, batchSize);
        Assert.Equal([count, 1], prediction.shape);
        Assert.False(prediction.requires_grad);
        Assert.True(model.call(x).allclose(prediction, 1e-5, 1e-6));
    }

    [Fact]
    public void They_are_those_of_evaluation()
    {
        using DroppingModel model = new();
        Tensor x = rand(40, 10);
        Tensor first = model.Predict(x);
        Assert.True(model.training);
        Assert.True(first.allclose(model.Predict(x), 0, 0));
        Assert.False(model.call(x).allclose(first));
    }

    [Fact]
    public void Few_tensors_are_alive_at_any_time_however_many_examples_there_are()
    {
        using Mlp model = new();
        Tensor x = rand(100_000, 10);
        model.Predict(x[..64]).Dispose();
        List<long> alive = [];
        model.Hidden2.register_forward_hook((_, _, result) =>
        {
            alive.Add(Tensor.TotalCount);
            return result;
        });
        long before = Tensor.TotalCount;
        using Tensor prediction = model.Predict(x);
        Assert.Equal(3125, alive.Count);
        Assert.Equal(1, Tensor.TotalCount - before);
        Assert.All(alive, count => Assert.InRange(count - before, 0, 12));
    }

    [Fact]
    public void They_are_the_callers()
    {
        using Mlp model = new();
        using Tensor x = rand(3, 10).DetachFromDisposeScope();
        using Tensor prediction = model.Predict(x).DetachFromDisposeScope();
        using (NewDisposeScope()) model.Predict(x);
        Assert.Equal(3, prediction.size(0));
    }
}
