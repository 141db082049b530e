using TorchSharp;

namespace GraphGen.Training;

/// <summary>A training that runs, as callbacks see it.</summary>
public abstract class TrainingRun
{
    /// <summary>The model.</summary>
    public abstract torch.nn.Module Model { get; }

    /// <summary>What changes its weights.</summary>
    public abstract torch.optim.Optimizer Optimizer { get; }

    /// <summary>The epoch, counted from 0.</summary>
    public int Epoch { get; internal set; }

    /// <summary>The number of epochs asked for: the last one is one less.</summary>
    public int Epochs { get; internal set; }

    /// <summary>The batch of the epoch, counted from 0.</summary>
    public int Batch { get; internal set; }

    /// <summary>The number of batches of an epoch; 0 in the first one where the batches cannot be counted beforehand.</summary>
    public int Batches { get; internal set; }

    /// <summary>Whether to stop behind the batch that runs.</summary>
    public bool StopTraining { get; set; }

    /// <summary>From what the order of the examples of each epoch follows, the epoch's number beside it. It may be changed before an epoch.</summary>
    public long Seed { get; set; }

    /// <summary>The epochs that are complete.</summary>
    public History History { get; internal set; } = new();

    /// <summary>The mean loss of the epoch up to here, and metrics by name. Reading it waits for the device.</summary>
    public abstract IReadOnlyDictionary<string, double> Logs();
}
