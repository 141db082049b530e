using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>Which places were told right.</summary>
internal static class Hits
{
    /// <summary>Whether each output is above a threshold where its target is 1, and not where it is 0.</summary>
    /// <param name="output">Scores, <c>N ...</c>.</param>
    /// <param name="target">0 or 1, of the same shape.</param>
    /// <param name="threshold">What a score must exceed.</param>
    public static Tensor Binary(Tensor output, Tensor target, double threshold) => output.gt(threshold).eq(target.ne(0));

    /// <summary>Whether the greatest score is the target's.</summary>
    /// <param name="output">Scores, <c>N ... C</c>.</param>
    /// <param name="classes">Classes, of the same shape without the axis.</param>
    /// <param name="axis">The axis of the classes.</param>
    public static Tensor Greatest(Tensor output, Tensor classes, int axis) => output.argmax(axis).eq(classes);

    /// <summary>Whether fewer than <paramref name="k"/> scores exceed the target's; those that are not numbers count as exceeding.</summary>
    /// <param name="output">Scores, <c>N ... C</c>.</param>
    /// <param name="classes">Classes, of the same shape without the axis.</param>
    /// <param name="k">How many there are to choose.</param>
    /// <param name="axis">The axis of the classes.</param>
    public static Tensor Top(Tensor output, Tensor classes, int k, int axis)
    {
        Tensor score = output.gather(axis, classes.to(ScalarType.Int64).unsqueeze(axis));
        return output.le(score).logical_not().sum(axis).lt(k);
    }

    /// <summary>Why there are not so many classes; null where there are.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="output">Scores, <c>N ... C</c>.</param>
    /// <param name="k">How many are to be chosen.</param>
    /// <param name="axis">The axis of the classes.</param>
    public static string? RefuseTop(string name, Tensor output, int k, int axis) =>
        ClassAxis.Refuse(name, output, axis)
        ?? (k <= output.shape[ClassAxis.Of(output, axis)] ? null : $"'{name}' cannot choose {k} of the classes of {Targets.Shape(output)} along axis {axis}.");
}
