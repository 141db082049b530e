using GraphGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>A training whose numbers are written beforehand, with a model of one weight.</summary>
internal sealed class ScriptedTraining : TrainingRun, IDisposable
{
    private readonly TorchSharp.Modules.Linear _model = nn.Linear(1, 1, hasBias: false);
    private IReadOnlyDictionary<string, double> _logs = new Dictionary<string, double>();

    public ScriptedTraining() => Optimizer = Optimizers.SGD(1).Invoke(_model.parameters());

    public override nn.Module Model => _model;

    public override optim.Optimizer Optimizer { get; }

    public double Weight
    {
        get => _model.weight.item<float>();
        set
        {
            using var _ = no_grad();
            _model.weight.fill_(value);
        }
    }

    public double LearningRate => Optimizer.ParamGroups.Single().LearningRate;

    public override IReadOnlyDictionary<string, double> Logs() => _logs;

    /// <summary>Tells a callback of epochs with these losses, until it stops. The weight is the epoch.</summary>
    /// <returns>How many epochs there were, and the learning rate in each.</returns>
    public IReadOnlyList<double> Run(Callback callback, string name, params double[] values)
    {
        var rates = new List<double>();
        (Epoch, Epochs, StopTraining) = (0, values.Length, false);
        callback.OnTrainBegin(this);
        foreach (double value in values)
        {
            callback.OnEpochBegin(this);
            rates.Add(LearningRate);
            Weight = Epoch;
            callback.OnEpochEnd(this, new Dictionary<string, double> { ["loss"] = 1, [name] = value });
            if (StopTraining) break;
            Epoch++;
        }

        callback.OnTrainEnd(this);
        return rates;
    }

    /// <summary>Tells a callback of the batches of an epoch with these mean losses, until it stops.</summary>
    /// <returns>How many batches there were.</returns>
    public int RunBatches(Callback callback, params double[] losses)
    {
        (Batch, Batches, StopTraining) = (0, losses.Length, false);
        foreach (double loss in losses)
        {
            callback.OnBatchBegin(this);
            _logs = new Dictionary<string, double> { ["loss"] = loss };
            callback.OnBatchEnd(this);
            Batch++;
            if (StopTraining) break;
        }

        return Batch;
    }

    public void Dispose()
    {
        Optimizer.Dispose();
        _model.Dispose();
    }
}
