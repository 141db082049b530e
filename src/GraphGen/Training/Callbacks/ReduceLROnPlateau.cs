namespace GraphGen.Training;

/// <summary>Lowers the learning rate where the loss, or another number, gets better no more.</summary>
/// <remarks>Keras's <c>ReduceLROnPlateau</c>, with its defaults.</remarks>
public sealed class ReduceLROnPlateau : Callback
{
    private readonly Monitor _monitor;
    private readonly double _factor;
    private readonly int _patience;
    private readonly int _cooldown;
    private readonly double _minLearningRate;
    private int _wait;
    private int _cooling;

    /// <summary>Watches a number.</summary>
    /// <param name="monitor">The number's name in the logs of an epoch.</param>
    /// <param name="factor">What the learning rates are multiplied by; between 0 and 1.</param>
    /// <param name="patience">With how many epochs without improvement the rates are lowered.</param>
    /// <param name="mode">Which values are better.</param>
    /// <param name="minDelta">By how much a value must be better than the best one to be an improvement; from 0 on.</param>
    /// <param name="cooldown">How many epochs behind a change are not counted; from 0 on.</param>
    /// <param name="minLearningRate">Where lowering ends; from 0 on.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="monitor"/> does not tell which values are better, and <paramref name="mode"/> is automatic.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ReduceLROnPlateau(
        string monitor = "val_loss", double factor = 0.1, int patience = 10, MonitorMode mode = MonitorMode.Auto, double minDelta = 1e-4, int cooldown = 0,
        double minLearningRate = 0)
    {
        if (!(factor is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(factor), factor, "It must lie between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        ArgumentOutOfRangeException.ThrowIfNegative(cooldown);
        ArgumentOutOfRangeException.ThrowIfNegative(minLearningRate);
        _monitor = new Monitor(nameof(ReduceLROnPlateau), monitor, mode, minDelta);
        (_factor, _patience, _cooldown, _minLearningRate) = (factor, patience, cooldown, minLearningRate);
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingRun training)
    {
        _monitor.Reset();
        (_wait, _cooling) = (0, 0);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The epoch has no such number.</exception>
    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(logs);
        if (_cooling > 0) _cooling--;
        if (_monitor.IsImproved(logs)) _wait = 0;
        else if (_cooling == 0 && ++_wait >= _patience)
        {
            LearningRates.Change(training.Optimizer, rate => Math.Min(rate, Math.Max(rate * _factor, _minLearningRate)));
            (_wait, _cooling) = (0, _cooldown);
        }
    }
}
