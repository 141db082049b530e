namespace GraphGen.Training;

/// <summary>Stops a training behind a batch with which the mean loss of its epoch became infinite or no number.</summary>
/// <remarks>
/// Keras's <c>TerminateOnNaN</c>. Reading the loss waits for the device and computes the metrics: where that costs too much, look more seldom.
/// </remarks>
public sealed class TerminateOnNaN : Callback
{
    private readonly int _every;

    /// <summary>Watches the loss.</summary>
    /// <param name="every">Behind how many batches to look; behind the last one of an epoch in any case.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is below 1.</exception>
    public TerminateOnNaN(int every = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        _every = every;
    }

    /// <inheritdoc/>
    public override void OnBatchEnd(TrainingRun training)
    {
        ArgumentNullException.ThrowIfNull(training);
        int count = training.Batch + 1;
        if ((count % _every == 0 || count == training.Batches) && !double.IsFinite(training.Logs()["loss"])) training.StopTraining = true;
    }
}
