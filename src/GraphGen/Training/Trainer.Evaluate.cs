using static TorchSharp.torch;

namespace GraphGen.Training;

public sealed partial class Trainer<TInputs, TOutputs>
{
    /// <summary>Judges the model by examples that lie in memory, in evaluation mode and without gradients. The mode is then as it was.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="targets">What the model should make of them.</param>
    /// <param name="batchSize">The examples of a batch.</param>
    /// <param name="sampleWeight">How much the loss of each example counts, <c>N</c>.</param>
    /// <returns>Loss and metrics by name.</returns>
    /// <exception cref="ArgumentException">The data do not fit.</exception>
    /// <exception cref="ShapeException">An input has another shape or element type.</exception>
    public IReadOnlyDictionary<string, double> Evaluate(TInputs inputs, TOutputs targets, int batchSize = 32, Tensor? sampleWeight = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        Batch examples = Read(inputs, targets) with { Weight = sampleWeight };
        DataCheck.Check(Trained, _objectives, examples);
        DataCheck.CheckTargets(Trained, _objectives, examples, batchSize);
        return Evaluate(new TensorBatches(examples, 0, examples.Size, batchSize, Trained.Device));
    }

    /// <summary>Judges the model by batches of tensors, the inputs first and then the targets.</summary>
    /// <inheritdoc cref="Evaluate(IEnumerable{ValueTuple{TInputs, TOutputs}})"/>
    public IReadOnlyDictionary<string, double> Evaluate(IEnumerable<IList<Tensor>> batches) => Evaluate(batches, FromList);

    /// <summary>Judges the model by batches of tensors by the names of inputs and outputs.</summary>
    /// <inheritdoc cref="Evaluate(IEnumerable{ValueTuple{TInputs, TOutputs}})"/>
    public IReadOnlyDictionary<string, double> Evaluate(IEnumerable<Dictionary<string, Tensor>> batches) => Evaluate(batches, FromNames);

    /// <summary>Judges the model by batches that are made elsewhere.</summary>
    /// <param name="batches">The batches, which stay the caller's.</param>
    /// <returns>Loss and metrics by name.</returns>
    /// <exception cref="ArgumentException">A batch does not fit, or there is none.</exception>
    /// <exception cref="ShapeException">An input has another shape or element type.</exception>
    public IReadOnlyDictionary<string, double> Evaluate(IEnumerable<(TInputs Inputs, TOutputs Targets)> batches) => Evaluate(batches, FromPair);

    private Dictionary<string, double> Evaluate<T>(IEnumerable<T> batches, Func<T, Batch> read)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return Evaluate(new ListedBatches<T>(batches, read, Trained.Device));
    }

    private Dictionary<string, double> Evaluate(BatchSource source)
    {
        using Scores scores = NewScores();
        using var mode = new ModelMode(Model);
        Model.eval();
        return new Evaluation(Trained, _objectives, scores).Run(source, new BatchCheck(Trained, _objectives));
    }
}
