using static TorchSharp.torch.optim.lr_scheduler;

namespace GraphGen.Training;

/// <summary>Lets a scheduler of <c>torch.optim.lr_scheduler</c>, made for the training's optimizer, change the learning rate.</summary>
/// <param name="scheduler">The scheduler.</param>
/// <param name="everyBatch">Whether it counts batches, as <c>OneCycleLR</c> and <c>CyclicLR</c> do, and not epochs.</param>
/// <param name="monitor">The value of the epoch that it looks at, as <c>ReduceLROnPlateau</c> does; null where it looks at none.</param>
/// <exception cref="ArgumentException">Values are those of epochs, and not of batches.</exception>
public sealed class TorchScheduler(LRScheduler scheduler, bool everyBatch = false, string? monitor = null) : Callback
{
    private readonly string? _monitor = everyBatch && monitor is not null ? throw new ArgumentException("A value can be looked at behind an epoch, not behind a batch.", nameof(monitor)) : monitor;

    /// <inheritdoc/>
    public override void OnBatchEnd(TrainingRun training)
    {
        if (everyBatch) scheduler.step();
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        if (everyBatch) return;
        if (_monitor is null) scheduler.step();
        else if (logs.TryGetValue(_monitor, out double value)) scheduler.step(value);
        else throw new InvalidOperationException($"There is no '{_monitor}' to look at: the epoch has {string.Join(", ", logs.Keys)}.");
    }
}
