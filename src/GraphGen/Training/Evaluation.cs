using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>Judges a model by examples, which it does not learn from.</summary>
/// <param name="model">The model, in the mode that it is to be judged in.</param>
/// <param name="objectives">The objective of each output.</param>
/// <param name="scores">What counts the batches; forgotten before and not behind.</param>
internal sealed class Evaluation(TrainedModel model, IReadOnlyList<Objective> objectives, Scores scores)
{
    /// <summary>Losses and metrics by name.</summary>
    /// <param name="source">The examples.</param>
    /// <param name="check">Looks at batches that nobody has looked at.</param>
    /// <exception cref="ArgumentException">There are no batches.</exception>
    public Dictionary<string, double> Run(BatchSource source, BatchCheck check)
    {
        scores.Reset();
        using IDisposable _ = no_grad();
        bool isEmpty = true;
        foreach (Func<Batch> load in source.Epoch(0))
        {
            isEmpty = false;
            using DisposeScope scope = NewDisposeScope();
            Batch batch = load();
            Tensor[] outputs = model.Forward(batch.Inputs);
            if (!source.IsChecked) check.Run(batch, outputs);
            scores.Update(BatchLoss.Of(objectives, outputs, batch), outputs, batch.Targets, batch.Size);
        }

        return isEmpty ? throw DataCheck.NoBatches() : scores.Result();
    }
}
