using TorchSharp;

namespace GraphGen.Training;

/// <summary>Batches of examples that lie in memory: views in their order, or copies in an order that chance gives.</summary>
/// <param name="examples">The examples, more perhaps than are used.</param>
/// <param name="first">The first one used.</param>
/// <param name="count">How many are used.</param>
/// <param name="batchSize">The examples of a batch; the last one of an epoch may have fewer.</param>
/// <param name="device">Where the model is.</param>
/// <param name="seed">From what the order of each epoch follows; null for the examples' own order.</param>
internal sealed class TensorBatches(Batch examples, long first, long count, int batchSize, torch.Device device, Func<long>? seed = null) : BatchSource
{
    public override int Count => checked((int)((count + batchSize - 1) / batchSize));

    public override bool IsChecked => true;

    public override IEnumerable<Func<Batch>> Epoch(int epoch)
    {
        using torch.Tensor? order = seed is null ? null : ExampleOrder.Of(seed(), epoch, count, examples.Inputs[0].device);
        order?.add_(first);
        for (long i = 0; i < count; i += batchSize)
        {
            long start = i;
            yield return () => Load(order, start);
        }
    }

    private Batch Load(torch.Tensor? order, long start)
    {
        long size = Math.Min(batchSize, count - start);
        return (order is null ? examples.Slice(first + start, size) : examples.Select(order.narrow(0, start, size))).To(device);
    }
}
