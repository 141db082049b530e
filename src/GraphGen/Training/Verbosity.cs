namespace GraphGen.Training;

/// <summary>What a training writes on the console.</summary>
public enum Verbosity
{
    /// <summary>A bar on a terminal; lines where the output is redirected, or where the environment variable <c>CI</c> is set.</summary>
    Auto,

    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>A line an epoch.</summary>
    Lines,

    /// <summary>A bar that moves, with epoch, batch, examples a second, time left, loss and metrics; and a line an epoch above it.</summary>
    Bar,
}
