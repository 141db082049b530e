using GraphGen.Tests.Layers;
using GraphGen.Training;
using TorchSharp;

namespace GraphGen.Tests.Training;

public sealed class EarlyStoppingTests : IDisposable
{
    private readonly ScriptedTraining _training = new();

    public void Dispose() => _training.Dispose();

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 10)]
    public void Stops_when_patience_is_at_its_end(int patience, int epochs) =>
        Assert.Equal(epochs, _training.Run(new EarlyStopping(patience: patience), "val_loss", 5, 6, 6, 4, 4, 4.5, 3, 3, 3, 3, 3).Count);

    [Fact]
    public void Less_than_the_least_difference_is_no_improvement()
    {
        Assert.Equal(5, _training.Run(new EarlyStopping(minDelta: 0), "val_loss", 1, 0.9, 0.8, 0.7, 0.7, 0.1).Count);
        Assert.Equal(2, _training.Run(new EarlyStopping(minDelta: 0.2), "val_loss", 1, 0.9, 0.8, 0.7, 0.7, 0.1).Count);
    }

    [Theory]
    [InlineData("val_accuracy", MonitorMode.Auto, 5)]
    [InlineData("val_left_f1_score", MonitorMode.Auto, 5)]
    [InlineData("val_auc", MonitorMode.Auto, 5)]
    [InlineData("loss2", MonitorMode.Max, 5)]
    [InlineData("loss2", MonitorMode.Min, 2)]
    [InlineData("val_mean_absolute_error", MonitorMode.Auto, 2)]
    [InlineData("right_loss", MonitorMode.Auto, 2)]
    public void The_name_or_the_mode_tells_what_is_better(string name, MonitorMode mode, int epochs) =>
        Assert.Equal(epochs, _training.Run(new EarlyStopping(name, mode: mode), name, 0.1, 0.2, 0.3, 0.4, 0.4, 0.5).Count);

    [Fact]
    public void What_is_no_number_is_no_improvement() =>
        Assert.Equal(4, _training.Run(new EarlyStopping(patience: 2), "val_loss", double.NaN, 5, double.NaN, double.NaN, 1).Count);

    [Fact]
    public void The_best_weights_come_back_whether_it_was_stopped_or_not()
    {
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var callback = new EarlyStopping(patience: 2, restoreBestWeights: true);
        Assert.Equal(5, _training.Run(callback, "val_loss", 5, 4, 3, 6, 7, 1).Count);
        Assert.Equal(2, _training.Weight);
        // The same callback in another training.
        Assert.Equal(4, _training.Run(callback, "val_loss", 9, 8, 9, 7).Count);
        Assert.Equal(3, _training.Weight);
        Assert.Equal(2, _training.Run(callback, "val_loss", 1, 2).Count);
        Assert.Equal(0, _training.Weight);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        _training.Run(new EarlyStopping(patience: 2), "val_loss", 1, 2, 3);
        Assert.Equal(2, _training.Weight);
    }

    [Fact]
    public void Buffers_come_back_with_the_weights()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        TorchSharp.Modules.BatchNorm1d model = torch.nn.BatchNorm1d(3, dtype: torch.float64);
        var copy = new WeightCopy();
        model.forward(torch.rand(8, 3, dtype: torch.float64));
        copy.Take(model);
        double[] mean = Values.Of(model.running_mean!);
        double[] variance = Values.Of(model.running_var!);
        model.forward(torch.rand(8, 3, dtype: torch.float64)).sum().backward();
        Assert.NotEqual(mean, Values.Of(model.running_mean!));
        copy.Restore(model);
        Assert.Equal(mean, Values.Of(model.running_mean!));
        Assert.Equal(variance, Values.Of(model.running_var!));
        Assert.Equal([1], Values.Of(model.num_batches_tracked!));
        copy.Release();
        Assert.False(copy.IsTaken);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        Assert.Equal(
            "EarlyStopping watches 'val_loss', and the epoch has loss, accuracy. Is there no validation?",
            Assert.Throws<InvalidOperationException>(() => _training.Run(new EarlyStopping(), "accuracy", 1)).Message);
        Assert.Equal(
            "EarlyStopping watches 'auc', and the epoch has loss, accuracy.",
            Assert.Throws<InvalidOperationException>(() => _training.Run(new EarlyStopping("auc"), "accuracy", 1)).Message);
    }

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.StartsWith(
            "Is more or less of 'gain' better?", Assert.Throws<ArgumentException>(() => new EarlyStopping("gain")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(patience: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(minDelta: double.NaN));
        Assert.Throws<ArgumentException>(() => new EarlyStopping(""));
    }
}
