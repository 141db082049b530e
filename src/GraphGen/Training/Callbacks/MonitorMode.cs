namespace GraphGen.Training;

/// <summary>Which values of a watched number are better.</summary>
public enum MonitorMode
{
    /// <summary>
    /// Told by the name: less is better where it ends with <c>loss</c> or <c>error</c>, more where with the name of another metric of <see cref="Metrics"/>.
    /// </summary>
    Auto,

    /// <summary>Less is better.</summary>
    Min,

    /// <summary>More is better.</summary>
    Max,
}
