namespace GraphGen.Training;

/// <summary>A number of each epoch that a callback watches, and the best one so far.</summary>
internal sealed class Monitor
{
    private static readonly string[] s_moreIsBetter = ["accuracy", "auc", "precision", "recall", "f1_score", "r2_score"];
    private static readonly string[] s_lessIsBetter = ["loss", "error"];

    private readonly string _callback;
    private readonly string _name;
    private readonly double _minDelta;
    private readonly bool _more;
    private double _best;

    /// <param name="callback">Who watches.</param>
    /// <param name="name">What is watched, as <c>val_loss</c>.</param>
    /// <param name="mode">Which values are better.</param>
    /// <param name="minDelta">By how much a value must be better to count as such.</param>
    /// <exception cref="ArgumentException">The name does not tell which values are better.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minDelta"/> is below 0.</exception>
    public Monitor(string callback, string name, MonitorMode mode, double minDelta = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!(minDelta >= 0)) throw new ArgumentOutOfRangeException(nameof(minDelta), minDelta, "It must not be below 0.");
        (_callback, _name, _minDelta) = (callback, name, minDelta);
        _more = mode == MonitorMode.Auto ? IsMoreBetter(name) : mode == MonitorMode.Max;
        Reset();
    }

    /// <summary>Forgets all epochs.</summary>
    public void Reset() => _best = _more ? double.NegativeInfinity : double.PositiveInfinity;

    /// <summary>Whether an epoch is better than all before. NaN never is.</summary>
    /// <param name="logs">Loss and metrics of the epoch.</param>
    /// <exception cref="InvalidOperationException">What is watched is not among them.</exception>
    public bool IsImproved(IReadOnlyDictionary<string, double> logs)
    {
        if (!logs.TryGetValue(_name, out double value))
        {
            string hint = _name.StartsWith("val_", StringComparison.Ordinal) ? " Is there no validation?" : "";
            throw new InvalidOperationException($"{_callback} watches '{_name}', and the epoch has {string.Join(", ", logs.Keys)}.{hint}");
        }

        bool isImproved = _more ? value - _minDelta > _best : value + _minDelta < _best;
        if (isImproved) _best = value;
        return isImproved;
    }

    private static bool IsMoreBetter(string name) =>
        s_moreIsBetter.Any(end => name.EndsWith(end, StringComparison.Ordinal)) ? true
        : s_lessIsBetter.Any(end => name.EndsWith(end, StringComparison.Ordinal)) ? false
        : throw new ArgumentException($"Is more or less of '{name}' better? Say 'mode: MonitorMode.Max' or 'mode: MonitorMode.Min'.", nameof(name));
}
