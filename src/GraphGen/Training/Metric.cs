using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>A number that tells how good outputs are, gathered over the batches of an epoch or an evaluation.</summary>
public abstract class Metric : IDisposable
{
    /// <summary>What a history calls it, as <c>binary_accuracy</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Forgets all batches.</summary>
    public abstract void Reset();

    /// <summary>Counts a batch in. What is gathered stays on the device, so that no step waits for a number.</summary>
    /// <param name="output">What the model made, <c>N ...</c>, without a gradient.</param>
    /// <param name="target">What it should have made.</param>
    /// <param name="sampleWeight">How much each example counts, <c>N</c>; alike where it is null.</param>
    public abstract void Update(Tensor output, Tensor target, Tensor? sampleWeight = null);

    /// <summary>The number for all batches since <see cref="Reset"/>; NaN where there were none.</summary>
    public abstract double Result();

    /// <summary>Why targets do not fit an output; null where they fit.</summary>
    /// <param name="output">An output of the model for some examples, <c>N ...</c>.</param>
    /// <param name="target">The targets of as many examples.</param>
    public abstract string? Refuse(Tensor output, Tensor target);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what was gathered.</summary>
    /// <param name="disposing">Whether by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}
