using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>One batch after the other: forward, loss, backward, and a step of the optimizer.</summary>
/// <param name="model">The model.</param>
/// <param name="objectives">The objective of each output.</param>
/// <param name="optimizer">What changes the weights.</param>
/// <param name="gradients">What is done with gradients before a step.</param>
/// <param name="scores">What counts the batches.</param>
internal sealed class TrainingStep(TrainedModel model, IReadOnlyList<Objective> objectives, optim.Optimizer optimizer, GradientOptions gradients, Scores scores)
{
    private readonly Parameter[] _parameters = [.. optimizer.parameters()];
    private int _accumulated;

    /// <summary>Learns from a batch; the optimizer waits until enough gradients have come together.</summary>
    /// <param name="load">Gives the batch.</param>
    /// <param name="check">Looks at the batch and what the model made of it, before anything changes.</param>
    public void Run(Func<Batch> load, BatchCheck? check = null)
    {
        using DisposeScope scope = NewDisposeScope();
        Batch batch = load();
        Tensor[] outputs = model.Forward(batch.Inputs);
        check?.Run(batch, outputs);
        if (_accumulated == 0) ClearGradients();
        BatchLoss loss = BatchLoss.Of(objectives, outputs, batch);
        loss.Total.backward();
        _accumulated++;
        using IDisposable _ = no_grad();
        if (_accumulated == gradients.Accumulation) Step();
        scores.Update(loss, outputs, batch.Targets, batch.Size);
    }

    /// <summary>A step with the gradients that are left over at the end of an epoch.</summary>
    public void Flush()
    {
        if (_accumulated == 0) return;
        using DisposeScope scope = NewDisposeScope();
        using IDisposable _ = no_grad();
        Step();
    }

    /// <summary>Taken away and not set to zero: backward then need not add to them, and what a batch does not reach is left alone.</summary>
    private void ClearGradients()
    {
        foreach (Parameter parameter in _parameters) parameter.grad = null;
    }

    private void Step()
    {
        gradients.Apply(_parameters, _accumulated);
        _accumulated = 0;
        optimizer.step();
    }
}
