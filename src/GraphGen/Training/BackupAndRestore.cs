using GraphGen.Persistence;

namespace GraphGen.Training;

/// <summary>
/// Keeps a training in a file, from its beginning and behind each epoch, so that a program that was killed at any moment, and is started again, goes on with
/// the first epoch that was not complete and ends with the weights that it would have had: it has weights and buffers, the optimizer's state, the state of
/// TorchSharp's generator of random numbers for the CPU, the seed of the order of examples, and the history. When the training is complete, the file is
/// removed, as by Keras's callback of this name.
/// </summary>
/// <remarks>
/// It comes last in the list of callbacks, so that what others change behind an epoch is in the file. What they remember themselves is not, nor is the state of
/// a data loader, or of a generator on another device. A training that fails, or that Ctrl-C stops, keeps its file.
/// </remarks>
/// <param name="path">The file, in a folder that exists; only one training uses it at a time.</param>
public sealed class BackupAndRestore(string path) : Callback
{
    /// <summary>Restores what the file has; without a file, writes the first one.</summary>
    /// <param name="training">The training.</param>
    /// <exception cref="ModelFileException">The file is damaged, or of another model or optimizer. Nothing has changed; to begin anew, delete it.</exception>
    /// <exception cref="NotSupportedException">The optimizer cannot save its state.</exception>
    public override void OnTrainBegin(TrainingRun training)
    {
        if (File.Exists(path)) TrainingBackup.Restore(path, training);
        else TrainingBackup.Write(path, training, training.Epoch);
    }

    /// <summary>Writes the file anew.</summary>
    /// <param name="training">The training.</param>
    /// <param name="logs">Loss and metrics, which the history has already.</param>
    /// <exception cref="IOException">The file cannot be written; the one before is intact.</exception>
    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs) => TrainingBackup.Write(path, training, training.Epoch + 1);

    /// <summary>Removes the file of a training that came to its end.</summary>
    /// <param name="training">The training.</param>
    public override void OnTrainEnd(TrainingRun training)
    {
        if (!training.IsBrokenOff) File.Delete(path);
    }
}
