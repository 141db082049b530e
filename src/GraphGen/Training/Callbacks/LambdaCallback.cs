namespace GraphGen.Training;

/// <summary>A callback of functions.</summary>
/// <remarks>Keras's <c>LambdaCallback</c>.</remarks>
/// <param name="onTrainBegin">See <see cref="Callback.OnTrainBegin"/>.</param>
/// <param name="onTrainEnd">See <see cref="Callback.OnTrainEnd"/>.</param>
/// <param name="onEpochBegin">See <see cref="Callback.OnEpochBegin"/>.</param>
/// <param name="onEpochEnd">See <see cref="Callback.OnEpochEnd"/>.</param>
/// <param name="onBatchBegin">See <see cref="Callback.OnBatchBegin"/>.</param>
/// <param name="onBatchEnd">See <see cref="Callback.OnBatchEnd"/>.</param>
public sealed class LambdaCallback(
    Action<TrainingRun>? onTrainBegin = null,
    Action<TrainingRun>? onTrainEnd = null,
    Action<TrainingRun>? onEpochBegin = null,
    Action<TrainingRun, IReadOnlyDictionary<string, double>>? onEpochEnd = null,
    Action<TrainingRun>? onBatchBegin = null,
    Action<TrainingRun>? onBatchEnd = null) : Callback
{
    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingRun training) => onTrainBegin?.Invoke(training);

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingRun training) => onTrainEnd?.Invoke(training);

    /// <inheritdoc/>
    public override void OnEpochBegin(TrainingRun training) => onEpochBegin?.Invoke(training);

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs) => onEpochEnd?.Invoke(training, logs);

    /// <inheritdoc/>
    public override void OnBatchBegin(TrainingRun training) => onBatchBegin?.Invoke(training);

    /// <inheritdoc/>
    public override void OnBatchEnd(TrainingRun training) => onBatchEnd?.Invoke(training);
}
