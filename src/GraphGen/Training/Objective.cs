using System.ComponentModel;

namespace GraphGen.Training;

/// <summary>What an output of a model is trained for and judged by. Made by generated code.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Loss">Its loss; null where it is not trained.</param>
/// <param name="Weight">How much its loss counts among those of all outputs.</param>
/// <param name="Metrics">Its metrics.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record Objective(string Output, Loss? Loss, double Weight, IReadOnlyList<Metric> Metrics)
{
    /// <summary>Whether there is nothing to compare with a target.</summary>
    internal bool IsIdle => Loss is null && Metrics.Count == 0;
}
