namespace GraphGen.Training;

/// <summary>Where the batches of an epoch come from.</summary>
internal abstract class BatchSource
{
    /// <summary>The number of batches of an epoch; 0 where it is not known beforehand.</summary>
    public abstract int Count { get; }

    /// <summary>Whether all examples have been looked at before the first step.</summary>
    public abstract bool IsChecked { get; }

    /// <summary>
    /// The batches of an epoch. Each is loaded by a call, within the scope of its step, so that what loading makes ends with the step, and what the source itself
    /// made does not.
    /// </summary>
    /// <param name="epoch">The epoch, counted from 0.</param>
    public abstract IEnumerable<Func<Batch>> Epoch(int epoch);
}
