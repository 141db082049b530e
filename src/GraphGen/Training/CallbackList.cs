namespace GraphGen.Training;

/// <summary>The callbacks of a training, told in their order.</summary>
internal sealed class CallbackList
{
    private readonly Callback[] _callbacks;
    private int _begun;

    public CallbackList(IEnumerable<Callback> callbacks)
    {
        _callbacks = [.. callbacks];
        if (Array.IndexOf(_callbacks, null) is >= 0 and int index) throw new ArgumentException($"Callback {index} is null.", nameof(callbacks));
    }

    public void TrainBegin(TrainingRun run)
    {
        foreach (Callback callback in _callbacks)
        {
            Tell(callback, run, nameof(Callback.OnTrainBegin), static (callback, run) => callback.OnTrainBegin(run));
            _begun++;
        }
    }

    /// <summary>Tells all that were told of the beginning, whatever others throw. Gives the first failure; null where there is none.</summary>
    public CallbackException? TrainEnd(TrainingRun run)
    {
        CallbackException? failure = null;
        foreach (Callback callback in _callbacks.Take(_begun))
        {
            try
            {
                Tell(callback, run, nameof(Callback.OnTrainEnd), static (callback, run) => callback.OnTrainEnd(run));
            }
            catch (CallbackException exception)
            {
                failure ??= exception;
            }
        }

        return failure;
    }

    public void EpochBegin(TrainingRun run) => Tell(run, nameof(Callback.OnEpochBegin), static (callback, run) => callback.OnEpochBegin(run));

    public void EpochEnd(TrainingRun run, IReadOnlyDictionary<string, double> logs) =>
        Tell(run, nameof(Callback.OnEpochEnd), (callback, run) => callback.OnEpochEnd(run, logs));

    public void BatchBegin(TrainingRun run) => Tell(run, nameof(Callback.OnBatchBegin), static (callback, run) => callback.OnBatchBegin(run));

    public void BatchEnd(TrainingRun run) => Tell(run, nameof(Callback.OnBatchEnd), static (callback, run) => callback.OnBatchEnd(run));

    private void Tell(TrainingRun run, string moment, Action<Callback, TrainingRun> tell)
    {
        foreach (Callback callback in _callbacks) Tell(callback, run, moment, tell);
    }

    private static void Tell(Callback callback, TrainingRun run, string moment, Action<Callback, TrainingRun> tell)
    {
        try
        {
            tell(callback, run);
        }
        catch (Exception exception)
        {
            throw new CallbackException(callback, moment, exception);
        }
    }
}
