using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>Losses and metrics over the batches of an epoch or an evaluation, gathered on the device, so that no step waits for a number.</summary>
internal sealed class Scores : IDisposable
{
    private readonly IReadOnlyList<Objective> _objectives;
    private readonly string[] _lossNames;
    private readonly (Metric Metric, int Output, string Name)[] _metrics;
    private readonly Tensor _total;
    private readonly Tensor?[] _losses;
    private Scalar _size = 0;
    private long _lastSize;
    private long _count;

    /// <param name="objectives">The objective of each output.</param>
    /// <param name="device">Where the model is.</param>
    public Scores(IReadOnlyList<Objective> objectives, Device device)
    {
        _objectives = objectives;
        _lossNames = [.. objectives.Select(objective => $"{objective.Output}_loss")];
        var taken = new HashSet<string>(_lossNames) { "loss" };
        _metrics = [.. objectives.SelectMany((objective, output) => objective.Metrics.Select(metric => (metric, output, Name(taken, objective, metric))))];

        // Sums of many numbers lose digits in a short type; Apple's GPUs have none of 64 bits.
        ScalarType type = device.type == DeviceType.MPS ? ScalarType.Float32 : ScalarType.Float64;
        _total = Zero();
        bool hasSeveral = objectives.Count(objective => objective.Loss is not null) > 1;
        _losses = [.. objectives.Select(objective => hasSeveral && objective.Loss is not null ? Zero() : null)];

        Tensor Zero() => zeros([], type, device).DetachFromDisposeScope();
    }

    /// <summary>Forgets all batches.</summary>
    public void Reset()
    {
        _count = 0;
        _total.zero_();
        foreach (Tensor? loss in _losses) loss?.zero_();
        foreach ((Metric metric, _, _) in _metrics) metric.Reset();
    }

    /// <summary>Counts a batch in; called where no gradients are recorded.</summary>
    /// <param name="loss">The mean loss of its examples.</param>
    /// <param name="outputs">What the model made.</param>
    /// <param name="targets">What it should have made.</param>
    /// <param name="size">The number of examples.</param>
    public void Update(BatchLoss loss, Tensor[] outputs, Tensor?[] targets, long size)
    {
        if (size != _lastSize)
        {
            _size.Dispose();
            (_size, _lastSize) = (size, size);
        }

        _count += size;
        _total.add_(loss.Total, _size);
        for (int i = 0; i < _losses.Length; i++) _losses[i]?.add_(loss.OfOutputs[i]!, _size);
        foreach ((Metric metric, int output, _) in _metrics) metric.Update(outputs[output].detach(), targets[output]!);
    }

    /// <summary>The mean losses and the metrics of all batches since <see cref="Reset"/>. Waits for the device.</summary>
    public Dictionary<string, double> Result()
    {
        var result = new Dictionary<string, double> { ["loss"] = Mean(_total) };
        for (int i = 0; i < _losses.Length; i++)
        {
            if (_losses[i] is { } sum) result.Add(_lossNames[i], Mean(sum));
        }

        foreach ((Metric metric, _, string name) in _metrics) result.Add(name, metric.Result());
        return result;
    }

    public void Dispose()
    {
        _size.Dispose();
        _total.Dispose();
        foreach (Tensor? loss in _losses) loss?.Dispose();
    }

    private double Mean(Tensor sum)
    {
        using Tensor onHost = sum.to(ScalarType.Float64, CPU);
        return onHost.item<double>() / _count;
    }

    /// <summary>As Keras names them: the output's name comes first where there are several outputs. A repeated name is numbered.</summary>
    private string Name(HashSet<string> taken, Objective objective, Metric metric)
    {
        string wanted = _objectives.Count > 1 ? $"{objective.Output}_{metric.Name}" : metric.Name;
        string name = wanted;
        for (int i = 2; !taken.Add(name); i++) name = $"{wanted}_{i}";
        return name;
    }
}
