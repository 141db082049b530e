using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>Labels of hinge losses: -1 and 1, or 0 and 1, which Keras takes for them.</summary>
internal static class HingeLabels
{
    /// <summary>Why targets are neither; null where they are.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="target">The targets.</param>
    public static string? Refuse(string name, Tensor target) =>
        Targets.RefuseOthers(name, target, 0, 1) is not null && Targets.RefuseOthers(name, target, -1, 1) is { } reason
            ? $"{reason} 0 and 1 will do, too."
            : null;

    /// <summary>What is missing from each output to the side of its label, at a distance of 1 or more: <c>max(1 - target · output, 0)</c>.</summary>
    /// <param name="output">What the model made.</param>
    /// <param name="target">The labels.</param>
    public static Tensor Missing(Tensor output, Tensor target)
    {
        Tensor labels = target.to(output.dtype);
        // By tensors, not by an if, so that no step waits for the device.
        Tensor binary = labels.eq(0).logical_or(labels.eq(1)).all();
        return (1 - where(binary, 2 * labels - 1, labels) * output).relu();
    }
}
