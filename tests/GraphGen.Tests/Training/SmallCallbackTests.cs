using GraphGen.Training;

namespace GraphGen.Tests.Training;

public sealed class SmallCallbackTests : IDisposable
{
    private readonly ScriptedTraining _training = new();

    public void Dispose() => _training.Dispose();

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_loss_that_is_no_number_ends_the_training(double loss)
    {
        Assert.Equal(3, _training.RunBatches(new TerminateOnNaN(), 1, 2, loss, loss, loss, loss, loss));
        Assert.Equal(4, _training.RunBatches(new TerminateOnNaN(4), 1, 2, loss, loss, loss, loss, loss));
        Assert.Equal(3, _training.RunBatches(new TerminateOnNaN(4), 1, 2, loss));
        Assert.True(_training.StopTraining);
        _training.RunBatches(new TerminateOnNaN(), 1, 2, 1e300);
        Assert.False(_training.StopTraining);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TerminateOnNaN(0));
    }

    [Fact]
    public void Functions_are_called_at_their_moments()
    {
        var calls = new List<string>();
        var callback = new LambdaCallback(
            training => calls.Add("train"),
            training => calls.Add("end"),
            training => calls.Add($"epoch {training.Epoch}"),
            (training, logs) => calls.Add($"epoch end {logs["accuracy"]}"),
            training => calls.Add($"batch {training.Batch}"),
            training => calls.Add($"batch end {training.Logs()["loss"]}"));
        _training.Run(callback, "accuracy", 7, 8);
        _training.RunBatches(callback, 5);
        Assert.Equal(["train", "epoch 0", "epoch end 7", "epoch 1", "epoch end 8", "end", "batch 0", "batch end 5"], calls);
        _training.Run(new LambdaCallback(), "accuracy", 7);
    }
}
