using System.ComponentModel;
using GraphGen.Training;
using static TorchSharp.torch;

namespace GraphGen.Runtime;

/// <summary>Ties the types of a model's inputs and outputs to tensors in their order. Made by generated code.</summary>
/// <typeparam name="TInputs">A tensor, or the record of the inputs.</typeparam>
/// <typeparam name="TOutputs">A tensor, or the record of the outputs.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelAdapter<TInputs, TOutputs>
{
    private readonly Func<TInputs, Tensor[]> _read;
    private readonly Func<TOutputs, Tensor?[]> _readTargets;
    private readonly Func<Tensor[], TOutputs> _name;

    /// <param name="module">The model.</param>
    /// <param name="inputs">The names of its inputs.</param>
    /// <param name="outputs">The names of its outputs.</param>
    /// <param name="read">Takes inputs apart.</param>
    /// <param name="readTargets">Takes outputs, or targets for them, apart.</param>
    /// <param name="forward">Calls the model.</param>
    /// <param name="name">Puts outputs together.</param>
    public ModelAdapter(
        nn.Module module, string[] inputs, string[] outputs, Func<TInputs, Tensor[]> read, Func<TOutputs, Tensor?[]> readTargets, Func<Tensor[], Tensor[]> forward, Func<Tensor[], TOutputs> name)
    {
        (Model, _read, _readTargets, _name) = (new TrainedModel(module, inputs, outputs, forward), read, readTargets, name);
    }

    internal TrainedModel Model { get; }

    /// <summary>A training with an optimizer that is made here.</summary>
    /// <param name="optimizer">Makes it.</param>
    /// <param name="objectives">The objective of each output.</param>
    /// <exception cref="ArgumentException">No output has a loss.</exception>
    public Trainer<TInputs, TOutputs> Compile(OptimizerFactory optimizer, params Objective[] objectives)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Check(objectives);
        return new Trainer<TInputs, TOutputs>(this, optimizer(Model.Module.parameters()), ownsOptimizer: true, objectives);
    }

    /// <summary>A training with an optimizer that is the caller's.</summary>
    /// <param name="optimizer">An optimizer of the model's weights.</param>
    /// <param name="objectives">The objective of each output.</param>
    /// <exception cref="ArgumentException">No output has a loss.</exception>
    public Trainer<TInputs, TOutputs> Compile(optim.Optimizer optimizer, params Objective[] objectives)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Check(objectives);
        return new Trainer<TInputs, TOutputs>(this, optimizer, ownsOptimizer: false, objectives);
    }

    /// <summary>Computes the outputs of examples, a batch at a time.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="batchSize">The examples of a batch.</param>
    public TOutputs Predict(TInputs inputs, int batchSize) => _name(Prediction.Run(Model, Read(inputs), batchSize));

    /// <summary>The tensors of inputs.</summary>
    internal Tensor[] Read(TInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        Tensor[] tensors = _read(inputs);
        return Array.IndexOf(tensors, null) is >= 0 and int missing ? throw new ArgumentException($"The input '{Model.Inputs[missing]}' is null.", nameof(inputs)) : tensors;
    }

    /// <summary>The tensors of targets.</summary>
    internal Tensor?[] ReadTargets(TOutputs targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return _readTargets(targets);
    }

    private static void Check(Objective[] objectives)
    {
        ArgumentNullException.ThrowIfNull(objectives);
        if (objectives.All(objective => objective.Loss is null)) throw DataCheck.Refused("loss", "No output has a loss: there is nothing to train.");
    }
}
