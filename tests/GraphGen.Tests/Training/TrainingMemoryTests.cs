using GraphGen.Training;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>What is alive while a model is trained, and behind it.</summary>
[Collection(nameof(Alone))]
public class TrainingMemoryTests : Scoped
{
    [Fact]
    public void As_many_tensors_are_alive_behind_each_step()
    {
        using Mlp model = new();
        using var training = model.Compile(weights => optim.Adam(weights, 0.01), new SquaredError(), new AbsoluteError());
        training.GradientAccumulationSteps = 2;
        training.GlobalClipNorm = 1;
        (Tensor x, Tensor y, Tensor weight) = (rand(64, 10), rand(64, 1), rand(64));
        var classWeight = new Dictionary<int, double> { [0] = 2 };
        History Fit(int epochs, params Callback[] callbacks) =>
            training.Fit(x, y, epochs: epochs, batchSize: 4, validationSplit: 0.2, callbacks: callbacks, sampleWeight: weight, classWeight: classWeight, verbosity: Verbosity.Silent);

        Fit(1);
        long before = CountAlive();
        List<long> alive = [];
        Fit(20, new Watcher("w", []) { Then = (moment, _) => { if (moment.EndsWith("batch 0 end", StringComparison.Ordinal)) alive.Add(Tensor.TotalCount); } });
        Assert.Equal(20, alive.Count);
        Assert.Single(alive.Distinct());
        Assert.Equal(before, CountAlive());
        training.Evaluate(x, y);
        training.TrainOnBatch(x, y);
        Assert.Equal(before, CountAlive());
    }

    [Fact]
    public void What_an_exception_breaks_off_leaves_nothing()
    {
        using Mlp model = new();
        using var training = model.Compile(weights => optim.SGD(weights, 0.01), new SquaredError());
        (Tensor x, Tensor y, Tensor flat) = (rand(64, 10), rand(64, 1), rand(64));
        training.Fit(x, y, verbosity: Verbosity.Silent);
        long before = CountAlive();
        Assert.Throws<CallbackException>(
            () => training.Fit(x, y, callbacks: [new Watcher("w", []) { Then = (moment, _) => { if (moment == "batch 1 begin") throw new NotSupportedException(); } }], verbosity: Verbosity.Silent));
        Assert.Throws<ArgumentException>(() => training.Fit(x, flat, verbosity: Verbosity.Silent));
        Assert.Equal(before, CountAlive());
    }

    [Fact]
    public void What_a_callback_makes_is_its_own()
    {
        using Mlp model = new();
        using var training = model.Compile(weights => optim.SGD(weights, 0.01), new SquaredError());
        List<Tensor> kept = [];
        training.Fit(rand(8, 10), rand(8, 1), batchSize: 4, callbacks: [new Watcher("w", []) { Then = (_, _) => kept.Add(zeros(1)) }], verbosity: Verbosity.Silent);
        Assert.All(kept, tensor => Assert.False(tensor.IsInvalid));
    }

    /// <summary>Without what others left to the collector.</summary>
    private static long CountAlive()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
