using static TorchSharp.torch;

namespace GraphGen.Training;

public sealed partial class Trainer<TInputs, TOutputs>
{
    /// <summary>Trains the model on examples that lie in memory.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="targets">What the model should make of them.</param>
    /// <param name="epochs">The number of the epoch to end before: how often all examples are seen, where <paramref name="initialEpoch"/> is 0.</param>
    /// <param name="batchSize">The examples of a batch; the last one of an epoch may have fewer.</param>
    /// <param name="validation">Examples to judge the model by behind each epoch; it does not learn from them.</param>
    /// <param name="validationSplit">The share of the examples, from 0 to below 1, to take for this from their end.</param>
    /// <param name="shuffle">Whether each epoch sees the examples in another order.</param>
    /// <param name="seed">From what these orders follow, and from nothing else; drawn from TorchSharp's generator where it is null.</param>
    /// <param name="callbacks">What is told of the training, in this order.</param>
    /// <param name="classWeight">How much examples count by the class that is their target, from 0 on; 1 where a class is not in it. For models with one trained output.</param>
    /// <param name="sampleWeight">How much each example counts, <c>N</c>: its loss is multiplied by it, and the sum divided by the number of examples, as in Keras.</param>
    /// <param name="initialEpoch">The number of the first epoch.</param>
    /// <param name="verbosity">What is written on the console.</param>
    /// <returns>Loss and metrics of each epoch.</returns>
    /// <exception cref="ArgumentException">Data or arguments do not fit; no step has been made.</exception>
    /// <exception cref="ShapeException">An input has another shape or element type; no step has been made.</exception>
    /// <exception cref="CallbackException">A callback threw an exception.</exception>
    /// <exception cref="NotFiniteNumberException">The loss of an epoch is not finite, and no callback has stopped the training.</exception>
    /// <remarks>Ctrl-C stops the training behind its batch. An epoch that is broken off is not validated and not in the history.</remarks>
    public History Fit(
        TInputs inputs,
        TOutputs targets,
        int epochs = 1,
        int batchSize = 32,
        (TInputs Inputs, TOutputs Targets)? validation = null,
        double validationSplit = 0,
        bool shuffle = true,
        long? seed = null,
        IEnumerable<Callback>? callbacks = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        Tensor? sampleWeight = null,
        int initialEpoch = 0,
        Verbosity verbosity = Verbosity.Auto)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        Batch examples = Read(inputs, targets) with { Weight = sampleWeight };
        DataCheck.Check(Trained, _objectives, examples);
        Batch? held = validation is { } pair ? Read(pair.Inputs, pair.Targets) : null;
        long training = Split(examples.Size, validationSplit, isGiven: held is not null);
        if (held is not null)
        {
            DataCheck.Check(Trained, _objectives, held);
            DataCheck.CheckTargets(Trained, _objectives, held, batchSize);
        }

        DataCheck.CheckTargets(Trained, _objectives, examples, batchSize);
        TrainingLoop loop = NewLoop(epochs, initialEpoch, seed, callbacks, verbosity);
        using Tensor? weight = classWeight is null ? null : Weigh(examples, classWeight);
        Device device = Trained.Device;
        TensorBatches source = new(weight is null ? examples : examples with { Weight = weight }, 0, training, batchSize, device, shuffle ? () => loop.Seed : null);
        TensorBatches? judges = held is not null ? new(held, 0, held.Size, batchSize, device)
            : training < examples.Size ? new(examples, training, examples.Size - training, batchSize, device)
            : null;
        return Run(loop, source, judges);
    }

    /// <summary>Trains the model on batches of tensors, the inputs first and then the targets, as <c>torch.utils.data.DataLoader</c> makes them of a <c>TensorDataset</c>.</summary>
    /// <inheritdoc cref="Fit(IEnumerable{ValueTuple{TInputs, TOutputs}}, int, IEnumerable{ValueTuple{TInputs, TOutputs}}, IEnumerable{Callback}, IReadOnlyDictionary{int, double}, int, Verbosity)"/>
    public History Fit(
        IEnumerable<IList<Tensor>> batches,
        int epochs = 1,
        IEnumerable<IList<Tensor>>? validation = null,
        IEnumerable<Callback>? callbacks = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        int initialEpoch = 0,
        Verbosity verbosity = Verbosity.Auto) => Fit(batches, validation, FromList, epochs, callbacks, classWeight, initialEpoch, verbosity);

    /// <summary>Trains the model on batches of tensors by the names of inputs and outputs, as <c>torch.utils.data.DataLoader</c> makes them of a <c>Dataset</c>.</summary>
    /// <inheritdoc cref="Fit(IEnumerable{ValueTuple{TInputs, TOutputs}}, int, IEnumerable{ValueTuple{TInputs, TOutputs}}, IEnumerable{Callback}, IReadOnlyDictionary{int, double}, int, Verbosity)"/>
    public History Fit(
        IEnumerable<Dictionary<string, Tensor>> batches,
        int epochs = 1,
        IEnumerable<Dictionary<string, Tensor>>? validation = null,
        IEnumerable<Callback>? callbacks = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        int initialEpoch = 0,
        Verbosity verbosity = Verbosity.Auto) => Fit(batches, validation, FromNames, epochs, callbacks, classWeight, initialEpoch, verbosity);

    /// <summary>Trains the model on batches that are made elsewhere.</summary>
    /// <param name="batches">The batches, enumerated once an epoch. They stay the caller's, who may release each when the next one is asked for.</param>
    /// <param name="epochs">The number of the epoch to end before.</param>
    /// <param name="validation">Batches to judge the model by behind each epoch.</param>
    /// <param name="callbacks">What is told of the training, in this order.</param>
    /// <param name="classWeight">How much examples count by the class that is their target.</param>
    /// <param name="initialEpoch">The number of the first epoch.</param>
    /// <param name="verbosity">What is written on the console.</param>
    /// <returns>Loss and metrics of each epoch.</returns>
    /// <exception cref="ArgumentException">Arguments or a batch do not fit. The first batch is looked at before the first step.</exception>
    /// <exception cref="ShapeException">An input has another shape or element type.</exception>
    /// <exception cref="CallbackException">A callback threw an exception.</exception>
    /// <exception cref="NotFiniteNumberException">The loss of an epoch is not finite, and no callback has stopped the training.</exception>
    public History Fit(
        IEnumerable<(TInputs Inputs, TOutputs Targets)> batches,
        int epochs = 1,
        IEnumerable<(TInputs Inputs, TOutputs Targets)>? validation = null,
        IEnumerable<Callback>? callbacks = null,
        IReadOnlyDictionary<int, double>? classWeight = null,
        int initialEpoch = 0,
        Verbosity verbosity = Verbosity.Auto) => Fit(batches, validation, FromPair, epochs, callbacks, classWeight, initialEpoch, verbosity);

    /// <summary>One step with one batch.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="targets">What the model should make of them.</param>
    /// <param name="sampleWeight">How much each example counts, <c>N</c>.</param>
    /// <returns>Loss and metrics of this batch by name, as the model was before the step.</returns>
    /// <exception cref="ArgumentException">The data do not fit; no step has been made.</exception>
    /// <exception cref="ShapeException">An input has another shape or element type; no step has been made.</exception>
    public IReadOnlyDictionary<string, double> TrainOnBatch(TInputs inputs, TOutputs targets, Tensor? sampleWeight = null)
    {
        Batch batch = Read(inputs, targets) with { Weight = sampleWeight };
        DataCheck.Check(Trained, _objectives, batch);
        using Scores scores = NewScores();
        scores.Reset();
        using var mode = new ModelMode(Model);
        Model.train();
        using IDisposable _ = enable_grad();
        var step = new TrainingStep(Trained, _objectives, Optimizer, Gradients with { Accumulation = 1 }, scores);
        step.Run(() => batch.To(Trained.Device), new BatchCheck(Trained, _objectives));
        return scores.Result();
    }

    private History Fit<T>(
        IEnumerable<T> batches, IEnumerable<T>? validation, Func<T, Batch> read,
        int epochs, IEnumerable<Callback>? callbacks, IReadOnlyDictionary<int, double>? classWeight, int initialEpoch, Verbosity verbosity)
    {
        ArgumentNullException.ThrowIfNull(batches);
        Device device = Trained.Device;
        Func<T, Batch> weigh = classWeight is null ? read : item => read(item) is var batch ? batch with { Weight = Weigh(batch, classWeight) } : null!;
        return Run(
            NewLoop(epochs, initialEpoch, seed: null, callbacks, verbosity),
            new ListedBatches<T>(batches, weigh, device),
            validation is null ? null : new ListedBatches<T>(validation, read, device));
    }

    private TrainingLoop NewLoop(int epochs, int initialEpoch, long? seed, IEnumerable<Callback>? callbacks, Verbosity verbosity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        ArgumentOutOfRangeException.ThrowIfNegative(initialEpoch);
        if (!Trained.Module.parameters().Any(parameter => parameter.requires_grad))
            throw new InvalidOperationException("No weight of the model is trained: all are frozen, or it has none.");
        return new TrainingLoop(Trained, _objectives, Optimizer, Gradients, callbacks ?? [], verbosity) { Epoch = initialEpoch, Epochs = epochs, Seed = seed ?? ExampleOrder.DrawSeed() };
    }

    private History Run(TrainingLoop loop, BatchSource source, BatchSource? validation)
    {
        History = loop.History;
        using (loop) loop.Run(source, validation);
        return loop.History;
    }

    /// <summary>How many of the examples to train on: the last ones are apart, before any shuffling, as in Keras.</summary>
    private static long Split(long count, double share, bool isGiven)
    {
        if (!(share is >= 0 and < 1)) throw DataCheck.Refused("validationSplit", $"The share is at least 0 and below 1, and not {share}.");
        if (share == 0) return count;
        if (isGiven) throw DataCheck.Refused("validationSplit", "Examples for validation come from 'validation' or from 'validationSplit', not from both.");
        long training = (long)Math.Floor(count * (1 - share));
        return training > 0 && training < count
            ? training
            : throw DataCheck.Refused("validationSplit", $"A share of {share} of {count} examples leaves none for {(training == 0 ? "training" : "validation")}.");
    }

    private Tensor Weigh(Batch examples, IReadOnlyDictionary<int, double> classWeight)
    {
        int[] trained = [.. Enumerable.Range(0, _objectives.Count).Where(output => _objectives[output].Loss is not null)];
        if (trained is not [int output]) throw new ArgumentException("'classWeight' is for models with one trained output; 'sampleWeight' is for all.", nameof(classWeight));
        Tensor weight = ClassWeights.Of(classWeight, examples.Targets[output]!);
        if (examples.Weight is null) return weight;
        using (weight) return weight.mul(examples.Weight);
    }

    private Batch FromPair((TInputs Inputs, TOutputs Targets) batch) => Read(batch.Inputs, batch.Targets);

    private Batch FromList(IList<Tensor> batch)
    {
        int inputs = Trained.Inputs.Count;
        if (batch.Count != inputs + Trained.Outputs.Count)
            throw DataCheck.Refused("batches", $"A batch has {batch.Count} tensors, and should have {inputs} inputs and {Trained.Outputs.Count} targets, in this order.");
        return new Batch([.. batch.Take(inputs)], [.. batch.Skip(inputs)]);
    }

    private Batch FromNames(Dictionary<string, Tensor> batch)
    {
        return new Batch([.. Trained.Inputs.Select(Find)], [.. Trained.Outputs.Select((name, output) => _objectives[output].IsIdle ? null : Find(name))]);

        Tensor Find(string name) => batch.TryGetValue(name, out Tensor? tensor)
            ? tensor
            : throw DataCheck.Refused("batches", $"A batch has no '{name}': it has {string.Join(", ", batch.Keys)}.");
    }
}
