using GraphGen.Training;
using TorchSharp;
using Tutorial;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>When callbacks are told of what, and how they end a training.</summary>
public class CallbackTests : Scoped
{
    private readonly List<string> _notes = [];

    [Fact]
    public void They_are_told_in_their_order()
    {
        Fit(epochs: 1, new Watcher("a", _notes), new Watcher("b", _notes));
        Assert.Equal(
            [
                "a: train begin", "b: train begin", "a: epoch 0 begin", "b: epoch 0 begin",
                "a: batch 0 begin", "b: batch 0 begin", "a: batch 0 end", "b: batch 0 end", "a: batch 1 begin", "b: batch 1 begin", "a: batch 1 end", "b: batch 1 end",
                "a: epoch 0 end", "b: epoch 0 end", "a: train end", "b: train end",
            ],
            _notes);
    }

    [Theory]
    [InlineData("train begin", "OnTrainBegin", 1)]
    [InlineData("epoch 0 begin", "OnEpochBegin", 2)]
    [InlineData("batch 1 begin", "OnBatchBegin", 2)]
    [InlineData("batch 1 end", "OnBatchEnd", 2)]
    [InlineData("epoch 0 end", "OnEpochEnd", 2)]
    [InlineData("train end", "OnTrainEnd", 2)]
    public void One_that_throws_ends_the_training_and_is_named(string when, string moment, int ended)
    {
        var failing = new Watcher("b", _notes) { Then = (now, _) => ThrowIf(now == when) };
        using Mlp model = new();
        model.eval();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        CallbackException exception = Assert.Throws<CallbackException>(
            () => training.Fit(rand(6, 10), rand(6, 1), batchSize: 3, callbacks: [new Watcher("a", _notes), failing, new Watcher("c", _notes)], verbosity: Verbosity.Silent));
        Assert.Same(failing, exception.Callback);
        Assert.Equal(moment, exception.Moment);
        Assert.IsType<NotSupportedException>(exception.InnerException);
        Assert.Contains("Watcher failed in " + moment + ": no disk", exception.Message, StringComparison.Ordinal);
        Assert.Contains("a: train end", _notes);
        Assert.Equal(ended == 2, _notes.Contains("c: train end"));
        Assert.False(model.training);
    }

    [Fact]
    public void Any_may_stop_the_training_behind_its_batch()
    {
        var stopping = new Watcher("a", _notes) { Then = (moment, run) => run.StopTraining |= moment == "batch 0 end" && run.Epoch == 1 };
        History history = Fit(epochs: 3, stopping);
        Assert.Equal([0], history.Epochs);
        Assert.Equal(["a: epoch 1 begin", "a: batch 0 begin", "a: batch 0 end", "a: train end"], _notes[^4..]);
    }

    [Fact]
    public void Behind_the_last_batch_the_epoch_is_complete()
    {
        var stopping = new Watcher("a", _notes) { Then = (moment, run) => run.StopTraining |= moment == "batch 1 end" };
        Assert.Equal([0], Fit(epochs: 3, stopping).Epochs);
        Assert.Equal(["a: epoch 0 end", "a: train end"], _notes[^2..]);
    }

    [Fact]
    public void The_run_says_where_it_is()
    {
        List<(int, int, int, int, double)> seen = [];
        TrainingRun? run = null;
        var watcher = new Watcher("a", _notes)
        {
            Then = (moment, training) =>
            {
                run = training;
                if (moment == "batch 1 end") seen.Add((training.Epoch, training.Epochs, training.Batch, training.Batches, training.Logs()["loss"]));
            },
        };
        History history = Fit(epochs: 2, watcher);
        Assert.Equal([(0, 2, 1, 2, history["loss"][0]), (1, 2, 1, 2, history["loss"][1])], seen);
        Assert.Same(history, run!.History);
        Assert.Equal(11, run.Seed);
        Assert.IsType<Mlp>(run.Model);
        Assert.IsAssignableFrom<optim.Optimizer>(run.Optimizer);
    }

    private static void ThrowIf(bool isTime)
    {
        if (isTime) throw new NotSupportedException("no disk");
    }

    private static History Fit(int epochs, params Callback[] callbacks)
    {
        using Mlp model = new();
        using var training = model.Compile(weights => optim.SGD(weights, 0.1), new SquaredError());
        return training.Fit(rand(6, 10), rand(6, 1), epochs: epochs, batchSize: 3, seed: 11, callbacks: callbacks, verbosity: Verbosity.Silent);
    }
}
