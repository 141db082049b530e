namespace GraphGen.Training;

/// <summary>Stops a training whose loss, or another number, gets better no more.</summary>
/// <remarks>Keras's <c>EarlyStopping</c>. A value that is not a number is no improvement.</remarks>
public sealed class EarlyStopping : Callback
{
    private readonly Monitor _monitor;
    private readonly int _patience;
    private readonly WeightCopy? _weights;
    private int _wait;

    /// <summary>Watches a number.</summary>
    /// <param name="monitor">The number's name in the logs of an epoch.</param>
    /// <param name="patience">With how many epochs without improvement, one behind the other, the training stops; 0 is as 1.</param>
    /// <param name="minDelta">By how much a value must be better than the best one to be an improvement; from 0 on.</param>
    /// <param name="mode">Which values are better.</param>
    /// <param name="restoreBestWeights">
    /// Whether the model ends with weights and buffers of the best epoch, also where it was not stopped here. Costs a copy of them.
    /// </param>
    /// <exception cref="ArgumentException">
    /// <paramref name="monitor"/> does not tell which values are better, and <paramref name="mode"/> is automatic.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 0.</exception>
    public EarlyStopping(
        string monitor = "val_loss", int patience = 0, double minDelta = 0, MonitorMode mode = MonitorMode.Auto, bool restoreBestWeights = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patience);
        (_monitor, _patience) = (new Monitor(nameof(EarlyStopping), monitor, mode, minDelta), patience);
        if (restoreBestWeights) _weights = new WeightCopy();
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingRun training)
    {
        _monitor.Reset();
        _wait = 0;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The epoch has no such number.</exception>
    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(logs);
        if (_monitor.IsImproved(logs))
        {
            _wait = 0;
            _weights?.Take(training.Model);
        }
        else if (++_wait >= _patience)
        {
            training.StopTraining = true;
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingRun training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (_weights is null || !_weights.IsTaken) return;
        _weights.Restore(training.Model);
        _weights.Release();
    }
}
