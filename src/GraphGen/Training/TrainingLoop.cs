using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>The epochs of a training.</summary>
internal sealed class TrainingLoop : TrainingRun, IDisposable
{
    private readonly TrainedModel _model;
    private readonly CallbackList _callbacks;
    private readonly ProgressReport _progress;
    private readonly Scores _scores;
    private readonly Evaluation _evaluation;
    private readonly TrainingStep _step;
    private readonly BatchCheck _check;
    private readonly BatchCheck _validationCheck;

    public TrainingLoop(
        TrainedModel model, IReadOnlyList<Objective> objectives, optim.Optimizer optimizer, GradientOptions gradients, IEnumerable<Callback> callbacks, Verbosity verbosity)
    {
        (_model, Optimizer) = (model, optimizer);
        _progress = ProgressReport.For(verbosity);
        _callbacks = new CallbackList([.. callbacks, _progress]);
        _scores = new Scores(objectives, model.Device);
        _evaluation = new Evaluation(model, objectives, _scores);
        _step = new TrainingStep(model, objectives, optimizer, gradients, _scores);
        (_check, _validationCheck) = (new BatchCheck(model, objectives), new BatchCheck(model, objectives));
    }

    public override nn.Module Model => _model.Module;

    public override optim.Optimizer Optimizer { get; }

    public override IReadOnlyDictionary<string, double> Logs() => _scores.Result();

    /// <summary>Trains until the last epoch, or until someone stops it.</summary>
    /// <param name="source">The examples.</param>
    /// <param name="validation">Those to judge the model by; null for none.</param>
    public void Run(BatchSource source, BatchSource? validation)
    {
        using var mode = new ModelMode(Model);
        using IDisposable gradients = enable_grad();
        using var interruption = new Interruption(this);
        Batches = source.Count;
        _progress.Show(() =>
        {
            try
            {
                _callbacks.TrainBegin(this);
                for (int epoch = Epoch; epoch < Epochs && !StopTraining; epoch++)
                {
                    Epoch = epoch;
                    RunEpoch(source, validation);
                }
            }
            catch
            {
                _callbacks.TrainEnd(this);
                throw;
            }

            if (_callbacks.TrainEnd(this) is { } failure) throw failure;
        });
    }

    public void Dispose() => _scores.Dispose();

    private void RunEpoch(BatchSource source, BatchSource? validation)
    {
        Batch = 0;
        _scores.Reset();
        Model.train();
        _callbacks.EpochBegin(this);
        if (!RunBatches(source)) return;
        _step.Flush();
        Dictionary<string, double> logs = _scores.Result();
        if (validation is not null)
        {
            Model.eval();
            foreach ((string name, double value) in _evaluation.Run(validation, _validationCheck)) logs.Add($"val_{name}", value);
        }

        History.Add(Epoch, logs);
        if (!double.IsFinite(logs["loss"]) && !StopTraining)
        {
            throw new NotFiniteNumberException(
                $"The loss of epoch {Epoch} is {logs["loss"]}. Look for numbers in the data that are not finite, lower the learning rate, or bound the gradients (GlobalClipNorm).",
                logs["loss"]);
        }

        _callbacks.EpochEnd(this, logs);
    }

    /// <summary>Whether the epoch came to its end.</summary>
    private bool RunBatches(BatchSource source)
    {
        int count = 0;
        using IEnumerator<Func<Batch>> batches = source.Epoch(Epoch).GetEnumerator();
        while (batches.MoveNext())
        {
            if (StopTraining) return false;
            Batch = count++;
            _callbacks.BatchBegin(this);
            _step.Run(batches.Current, source.IsChecked ? null : _check);
            _callbacks.BatchEnd(this);
        }

        if (count == 0) throw DataCheck.NoBatches();
        Batches = count;
        return true;
    }
}
