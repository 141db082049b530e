using System.Globalization;

namespace GraphGen.Training;

/// <summary>Sets the learning rate of each epoch.</summary>
/// <remarks>Keras's <c>LearningRateScheduler</c>.</remarks>
public sealed class LearningRateSchedule : Callback
{
    private readonly Func<int, double> _rate;

    /// <summary>Follows a function.</summary>
    /// <param name="rate">The learning rate by the epoch, which counts from 0; from 0 on, and finite.</param>
    public LearningRateSchedule(Func<int, double> rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        _rate = rate;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The rate is negative or not finite.</exception>
    public override void OnEpochBegin(TrainingRun training)
    {
        ArgumentNullException.ThrowIfNull(training);
        double rate = _rate(training.Epoch);
        if (!(rate >= 0 && double.IsFinite(rate)))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The learning rate of epoch {training.Epoch} is {rate}."));
        LearningRates.Change(training.Optimizer, _ => rate);
    }
}
