namespace GraphGen.Training;

/// <summary>What a training reached, epoch by epoch. An epoch that was broken off is not in it.</summary>
public sealed class History
{
    private readonly List<int> _epochs = [];
    private readonly OrderedDictionary<string, IReadOnlyList<double>> _values = [];

    /// <summary>The epochs, counted from 0.</summary>
    public IReadOnlyList<int> Epochs => _epochs;

    /// <summary>The names of the values, in the order in which they came: <c>loss</c>, metrics, and those of the validation with <c>val_</c> before them.</summary>
    public IReadOnlyList<string> Names => [.. _values.Keys];

    /// <summary>A value at each of the epochs.</summary>
    /// <param name="name">Its name, as <c>loss</c> or <c>val_binary_accuracy</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such value.</exception>
    public IReadOnlyList<double> this[string name] => _values.TryGetValue(name, out IReadOnlyList<double>? values)
        ? values
        : throw new KeyNotFoundException($"The history has no '{name}'. It has {(_values.Count == 0 ? "no epochs" : string.Join(", ", _values.Keys))}.");

    /// <summary>Counts an epoch in. Each has the same names.</summary>
    internal void Add(int epoch, IReadOnlyDictionary<string, double> logs)
    {
        _epochs.Add(epoch);
        foreach ((string name, double value) in logs)
        {
            if (!_values.TryGetValue(name, out IReadOnlyList<double>? values)) _values.Add(name, values = new List<double>());
            ((List<double>)values).Add(value);
        }
    }
}
