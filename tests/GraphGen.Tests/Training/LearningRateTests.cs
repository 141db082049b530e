using GraphGen.Training;

namespace GraphGen.Tests.Training;

public sealed class LearningRateTests : IDisposable
{
    private readonly ScriptedTraining _training = new();

    public void Dispose() => _training.Dispose();

    [Fact]
    public void A_schedule_sets_the_rate_of_each_epoch() =>
        Assert.Equal([0.5, 0.25, 0.125], _training.Run(new LearningRateSchedule(epoch => Math.Pow(0.5, epoch + 1)), "accuracy", 0, 0, 0));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_schedule_gives_rates(double rate) =>
        Assert.StartsWith(
            "The learning rate of epoch 0 is ",
            Assert.Throws<InvalidOperationException>(() => _training.Run(new LearningRateSchedule(_ => rate), "accuracy", 0)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_plateau_lowers_the_rate_as_long_as_it_lasts() =>
        Assert.Equal(
            [1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25],
            _training.Run(new ReduceLROnPlateau(factor: 0.5, patience: 2), "val_loss", 5, 5, 5, 5, 5, 1, 1, 0.5));

    [Fact]
    public void Epochs_of_cooling_are_not_counted() =>
        // Lowered behind the third epoch; the fourth cools; the fifth, with which cooling ends, counts in Keras, and the sixth.
        Assert.Equal(
            [1, 1, 1, 0.5, 0.5, 0.5, 0.25],
            _training.Run(new ReduceLROnPlateau(factor: 0.5, patience: 2, cooldown: 2), "val_loss", 5, 5, 5, 5, 5, 5, 5));

    [Fact]
    public void Lowering_ends_at_the_least_rate()
    {
        Assert.Equal([1, 1, 0.4, 0.3, 0.3], _training.Run(new ReduceLROnPlateau(factor: 0.4, patience: 1, minLearningRate: 0.3), "val_loss", 5, 5, 5, 5, 5));
        // A rate that is less already is not raised.
        Assert.Equal([0.3, 0.3, 0.3], _training.Run(new ReduceLROnPlateau(factor: 0.4, patience: 1, minLearningRate: 0.9), "val_loss", 5, 5, 5));
    }

    [Fact]
    public void More_may_be_better() =>
        Assert.Equal([1, 1, 1, 0.1], _training.Run(new ReduceLROnPlateau("val_accuracy", patience: 1, minDelta: 0), "val_accuracy", 0.1, 0.2, 0.2, 0.3));

    [Fact]
    public void Arguments_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceLROnPlateau(factor: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceLROnPlateau(factor: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceLROnPlateau(patience: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceLROnPlateau(cooldown: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceLROnPlateau(minLearningRate: -1));
        Assert.Throws<ArgumentNullException>(() => new LearningRateSchedule(null!));
    }
}
