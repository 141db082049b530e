using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>Looks at batches as they come: at their lengths always, at their targets where shape or type is another than that of the batch before.</summary>
/// <param name="model">The model.</param>
/// <param name="objectives">The objective of each output.</param>
internal sealed class BatchCheck(TrainedModel model, IReadOnlyList<Objective> objectives)
{
    private (ScalarType Type, long[] Shape)[] _last = [];

    /// <summary>Refuses a batch that does not fit the model.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="outputs">What the model made of it.</param>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    public void Run(Batch batch, Tensor[] outputs)
    {
        DataCheck.Check(model, objectives, batch);
        (ScalarType Type, long[] Shape)[] types = [.. batch.Targets.OfType<Tensor>().Select(target => (target.dtype, target.shape[1..]))];
        if (types.Length == _last.Length && types.Zip(_last).All(pair => pair.First.Type == pair.Second.Type && pair.First.Shape.SequenceEqual(pair.Second.Shape))) return;
        DataCheck.CheckTargets(model, objectives, outputs, batch);
        _last = types;
    }
}
