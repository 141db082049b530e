using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>A model with an optimizer, losses and metrics: it can be trained, evaluated and asked. Made by <c>Compile</c> of a generated model.</summary>
/// <typeparam name="TInputs">A tensor where the model has one input, <c>N ...</c>; else the record of its inputs.</typeparam>
/// <typeparam name="TOutputs">A tensor where the model has one output, <c>N ...</c>; else the record of its outputs, which targets have too: one that is neither trained nor judged may be null.</typeparam>
[SuppressMessage("ApiDesign", "RS0026:Do not add multiple overloads with optional parameters", Justification = "Data come in one type or another.")]
public sealed partial class Trainer<TInputs, TOutputs> : IDisposable
{
    private readonly Runtime.ModelAdapter<TInputs, TOutputs> _adapter;
    private readonly IReadOnlyList<Objective> _objectives;
    private readonly bool _ownsOptimizer;

    internal Trainer(Runtime.ModelAdapter<TInputs, TOutputs> adapter, optim.Optimizer optimizer, bool ownsOptimizer, IReadOnlyList<Objective> objectives)
    {
        (_adapter, Optimizer, _ownsOptimizer, _objectives) = (adapter, optimizer, ownsOptimizer, objectives);
    }

    /// <summary>The model.</summary>
    public nn.Module Model => _adapter.Model.Module;

    /// <summary>What changes its weights.</summary>
    public optim.Optimizer Optimizer { get; }

    /// <summary>The last training, as far as it has come: also where it threw an exception.</summary>
    public History History { get; private set; } = new();

    /// <summary>The greatest Euclidean norm of all gradients together: greater ones are scaled down to it. No bound where it is null.</summary>
    public double? GlobalClipNorm { get; set => field = RefuseUnlessPositive(value); }

    /// <summary>The greatest absolute value of an element of a gradient, behind <see cref="GlobalClipNorm"/>. No bound where it is null.</summary>
    public double? ClipValue { get; set => field = RefuseUnlessPositive(value); }

    /// <summary>The number of batches whose mean gradient makes a step of the optimizer. What is left over at the end of an epoch makes one too.</summary>
    public int GradientAccumulationSteps
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    private TrainedModel Trained => _adapter.Model;

    private GradientOptions Gradients => new(GradientAccumulationSteps, GlobalClipNorm, ClipValue);

    /// <summary>Computes the outputs of examples, a batch at a time, in evaluation mode and without gradients. The mode is then as it was.</summary>
    /// <param name="inputs">The inputs, any number of examples.</param>
    /// <param name="batchSize">The examples of a batch.</param>
    /// <returns>The outputs, which lie where the inputs do.</returns>
    /// <exception cref="ShapeException">An input has another shape or element type.</exception>
    public TOutputs Predict(TInputs inputs, int batchSize = 32) => _adapter.Predict(inputs, batchSize);

    /// <summary>Releases the metrics, and the optimizer where it was made here. The model stays.</summary>
    public void Dispose()
    {
        foreach (Metric metric in _objectives.SelectMany(objective => objective.Metrics)) metric.Dispose();
        if (_ownsOptimizer) Optimizer.Dispose();
    }

    private Scores NewScores() => new(_objectives, Trained.Device);

    private Batch Read(TInputs inputs, TOutputs targets) => new(_adapter.Read(inputs), _adapter.ReadTargets(targets));

    private static double? RefuseUnlessPositive(double? value) =>
        value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A bound is greater than 0.");
}
