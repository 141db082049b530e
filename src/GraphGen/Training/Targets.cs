using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>What losses and metrics ask of targets. Each question answers why they do not fit, or null where they do.</summary>
internal static class Targets
{
    /// <summary>Asks for real numbers in one shape, so that nothing is ever broadcast.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="output">What the model made, <c>N ...</c>.</param>
    /// <param name="target">The targets.</param>
    public static string? RefuseShape(string name, Tensor output, Tensor target)
    {
        if (output.shape.Length == 0) return $"'{name}' takes outputs with a batch axis, and got {Describe(output)}.";
        if (is_complex(output) || is_complex(target)) return $"'{name}' takes real numbers: the output is {Describe(output)}, the target {Describe(target)}.";
        if (output.shape.SequenceEqual(target.shape)) return null;
        string refusal = $"'{name}' takes targets of the output's shape {Shape(output)}, and got {Shape(target)}.";
        return output.NumberOfElements == target.NumberOfElements
            ? $"{refusal} Try 'target.reshape({string.Join(", ", output.shape.Skip(1).Prepend(-1))})'."
            : refusal;
    }

    /// <summary>Asks for indices of classes, in the output's shape without the axis of the classes.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="output">What the model made, <c>N ... C</c>.</param>
    /// <param name="target">The targets.</param>
    /// <param name="axis">The axis of the classes.</param>
    public static string? RefuseLabelShape(string name, Tensor output, Tensor target, int axis)
    {
        if (ClassAxis.Refuse(name, output, axis) is { } reason) return reason;
        if (!is_integral(target) || target.dtype == ScalarType.Bool)
        {
            return $"'{name}' takes indices of classes, of type Int64 or another integer type, and got {Describe(target)} for the output {Describe(output)}.";
        }

        long[] expected = ClassAxis.Without(output, axis);
        return expected.SequenceEqual(target.shape)
            ? null
            : $"'{name}' takes targets of shape ({string.Join(", ", expected)}), which is the output's {Shape(output)} without its classes along axis {axis}, "
                + $"and got {Shape(target)}.";
    }

    /// <summary>Asks for classes that there are.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="output">What the model made, <c>N ... C</c>.</param>
    /// <param name="target">The targets.</param>
    /// <param name="axis">The axis of the classes.</param>
    public static string? RefuseLabels(string name, Tensor output, Tensor target, int axis) =>
        RefuseOutside(name, "classes", target, 0, output.shape[ClassAxis.Of(output, axis)] - 1);

    /// <summary>Asks for numbers from a range. NaN is in none.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="what">What is asked for, as <c>targets</c>.</param>
    /// <param name="tensor">The numbers.</param>
    /// <param name="least">The least of them.</param>
    /// <param name="greatest">The greatest of them.</param>
    public static string? RefuseOutside(string name, string what, Tensor tensor, long least, long greatest)
    {
        using var scope = NewDisposeScope();
        Tensor outside = tensor.ge(least).logical_and(tensor.le(greatest)).logical_not();
        return outside.any().item<bool>() ? $"'{name}' takes {what} from {least} to {greatest}, and got {First(tensor, outside)}." : null;
    }

    /// <summary>Asks for nothing but two values.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="target">The targets.</param>
    /// <param name="one">The one value.</param>
    /// <param name="other">The other value.</param>
    public static string? RefuseOthers(string name, Tensor target, int one, int other)
    {
        using var scope = NewDisposeScope();
        Tensor others = target.eq(one).logical_or(target.eq(other)).logical_not();
        return others.any().item<bool>() ? $"'{name}' takes targets {one} or {other}, and got {First(target, others)}." : null;
    }

    /// <summary>A shape as messages write it.</summary>
    /// <param name="tensor">Whose.</param>
    public static string Shape(Tensor tensor) => $"({string.Join(", ", tensor.shape)})";

    /// <summary>A shape and element type as messages write them.</summary>
    /// <param name="tensor">Whose.</param>
    public static string Describe(Tensor tensor) => $"{Shape(tensor)} {tensor.dtype}";

    private static string First(Tensor tensor, Tensor where) =>
        tensor.masked_select(where)[0].to(ScalarType.Float64).item<double>().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
