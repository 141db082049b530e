using System.Globalization;
using System.Text.RegularExpressions;
using GraphGen.Persistence;

namespace GraphGen.Training;

/// <summary>Saves a model while it is trained.</summary>
/// <remarks>
/// Keras's <c>ModelCheckpoint</c>. A file appears under its name when it is complete, so that an interrupted or failed save leaves the one before as it was;
/// and an epoch whose loss is not finite is not saved.
/// </remarks>
public sealed partial class ModelCheckpoint : Callback
{
    private readonly string _path;
    private readonly Monitor? _monitor;
    private readonly int _every;

    /// <summary>Saves to a file.</summary>
    /// <param name="path">
    /// The file; its folder is made. <c>{epoch}</c> in it stands for the number of epochs that are over, from 1 on as in Keras, and takes a format as
    /// <c>{epoch:000}</c>. Without it each save takes the place of the one before.
    /// </param>
    /// <param name="saveBestOnly">Whether to save only where the watched number is better than ever before.</param>
    /// <param name="every">After how many epochs to save.</param>
    /// <param name="monitor">The number's name in the logs of an epoch.</param>
    /// <param name="mode">Which values of it are better.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="monitor"/> does not tell which values are better, and <paramref name="mode"/> is automatic.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is below 1.</exception>
    public ModelCheckpoint(string path, bool saveBestOnly = false, int every = 1, string monitor = "val_loss", MonitorMode mode = MonitorMode.Auto)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        (_path, _every) = (path, every);
        if (saveBestOnly) _monitor = new Monitor(nameof(ModelCheckpoint), monitor, mode);
    }

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingRun training) => _monitor?.Reset();

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="InvalidOperationException">The epoch has no such number.</exception>
    public override void OnEpochEnd(TrainingRun training, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(logs);
        int epoch = training.Epoch + 1;
        if (epoch % _every != 0 || !double.IsFinite(logs["loss"]) || _monitor?.IsImproved(logs) == false) return;
        string path = Epoch().Replace(_path, match => epoch.ToString(match.Groups["format"].Value, CultureInfo.InvariantCulture));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        ModelFile.Save(training.Model, path);
    }

    [GeneratedRegex(@"\{epoch(:(?<format>[^}]+))?\}")]
    private static partial Regex Epoch();
}
