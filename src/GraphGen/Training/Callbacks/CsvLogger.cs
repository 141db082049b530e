using System.Globalization;

namespace GraphGen.Training;

/// <summary>Writes loss and metrics of each epoch to a file of comma-separated values, a row an epoch, on disk when the epoch is over.</summary>
/// <remarks>
/// Keras's <c>CSVLogger</c>. The first column is <c>epoch</c>, which counts from 0; numbers have all their digits, with a point whatever the culture.
/// </remarks>
public sealed class CsvLogger : Callback
{
    private readonly string _path;
    private readonly bool _append;
    private string? _header;

    /// <summary>Writes to a file.</summary>
    /// <param name="path">The file; its folder is made.</param>
    /// <param name="append">Whether rows are added to those of an earlier training, whose columns must be the same; else the file begins anew.</param>
    public CsvLogger(string path, bool append = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (_path, _append) = (path, append);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnTrainBegin(TrainingRun training)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        if (_append && File.Exists(_path)) _header = File.ReadLines(_path).FirstOrDefault();
        else File.WriteAllText(_path, _header = null);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="InvalidOperationException">The epoch has other numbers than those before.</exception>
    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(logs);
        string header = string.Join(',', logs.Keys.Prepend("epoch"));
        if (_header is null) File.AppendAllText(_path, $"{_header = header}\n");
        if (_header != header) throw new InvalidOperationException($"The columns of '{_path}' are {_header}, and the epoch has {header}.");
        string row = string.Join(',', logs.Values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)).Prepend($"{training.Epoch}"));
        File.AppendAllText(_path, $"{row}\n");
    }
}
