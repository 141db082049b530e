using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>Batches that someone else makes, such as a data loader of TorchSharp. They stay whose they are.</summary>
/// <typeparam name="T">How a batch comes.</typeparam>
/// <param name="batches">The batches of each epoch, enumerated anew for each.</param>
/// <param name="read">Finds the inputs and targets in one.</param>
/// <param name="device">Where the model is.</param>
internal sealed class ListedBatches<T>(IEnumerable<T> batches, Func<T, Batch> read, Device device) : BatchSource
{
    public override int Count { get; } = batches switch
    {
        DataLoader loader => checked((int)loader.Count),
        IterableDataLoader loader => checked((int)loader.Count),
        _ => batches.TryGetNonEnumeratedCount(out int count) ? count : 0,
    };

    public override bool IsChecked => false;

    public override IEnumerable<Func<Batch>> Epoch(int epoch)
    {
        foreach (T item in batches) yield return () => read(item).To(device);
    }
}
