using GraphGen.Plotting;

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

    /// <summary>
    /// Draws loss and metrics: a panel for each, with a line for training and one for validation, epochs counted from 1. A value that is no finite number is a gap. The file is written beside
    /// its place and moved there, so that it is never seen half written.
    /// </summary>
    /// <param name="path">Where to; the extension says how: <c>.svg</c> or <c>.png</c>.</param>
    /// <exception cref="ArgumentException">There is no such format, or no path.</exception>
    /// <exception cref="InvalidOperationException">There are no epochs yet.</exception>
    /// <exception cref="IOException">The file cannot be written; one that was there before is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Plot(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (".svg" or ".png")) throw new ArgumentException($"The plot of a history is written to a file with one of the extensions .svg, .png, and got '{path}'.", nameof(path));
        if (_epochs.Count == 0) throw new InvalidOperationException("The history has no epochs to draw.");
        var plot = new HistoryPlot(_epochs, _values);
        AtomicFile.Write(path, extension == ".svg" ? plot.Svg() : plot.Png());
    }

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
