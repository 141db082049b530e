namespace GraphGen.Training;

/// <summary>What is told of a training while it runs.</summary>
public abstract class Callback
{
    /// <summary>Before the first epoch, when the data have been checked.</summary>
    /// <param name="training">The training.</param>
    public virtual void OnTrainBegin(TrainingRun training)
    {
    }

    /// <summary>Behind the last epoch, also when the training was stopped or failed.</summary>
    /// <param name="training">The training.</param>
    public virtual void OnTrainEnd(TrainingRun training)
    {
    }

    /// <summary>Before an epoch.</summary>
    /// <param name="training">The training; its epoch counts from 0.</param>
    public virtual void OnEpochBegin(TrainingRun training)
    {
    }

    /// <summary>Behind an epoch and its validation.</summary>
    /// <param name="training">The training.</param>
    /// <param name="logs">Loss and metrics of the epoch by name, those of the validation as <c>val_loss</c>.</param>
    public virtual void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs)
    {
    }

    /// <summary>Before a batch.</summary>
    /// <param name="training">The training; its batch counts from 0.</param>
    public virtual void OnBatchBegin(TrainingRun training)
    {
    }

    /// <summary>Behind a batch and its step.</summary>
    /// <param name="training">The training.</param>
    public virtual void OnBatchEnd(TrainingRun training)
    {
    }
}
