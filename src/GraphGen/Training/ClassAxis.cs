using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>The axis along which an output has its classes: Keras's is the last, pictures of TorchSharp (<c>N C H W</c>) have it at 1.</summary>
internal static class ClassAxis
{
    /// <summary>Why an output has no classes there to choose from; null where it has.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="output">What the model made.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    public static string? Refuse(string name, Tensor output, int axis)
    {
        if (RefuseAxis(name, output, axis) is { } reason) return reason;
        return output.shape[Of(output, axis)] > 1
            ? null
            : $"'{name}' takes outputs of two classes or more along axis {axis}, and got {Targets.Shape(output)}. The binary ones take one number.";
    }

    /// <summary>Why an output has no such axis behind its batch; null where it has.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="output">What the model made.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    public static string? RefuseAxis(string name, Tensor output, int axis) =>
        Of(output, axis) is int index && index >= 1 && index < output.shape.Length
            ? null
            : $"'{name}' takes outputs with an axis {axis} behind the batch, and got {Targets.Shape(output)}.";

    /// <summary>The axis counted from the start.</summary>
    /// <param name="output">What the model made.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    public static int Of(Tensor output, int axis) => axis < 0 ? output.shape.Length + axis : axis;

    /// <summary>The output's shape without the axis.</summary>
    /// <param name="output">What the model made.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    public static long[] Without(Tensor output, int axis)
    {
        int index = Of(output, axis);
        return [.. output.shape.Where((_, i) => i != index)];
    }

    /// <summary>Each place of a tensor as a row of classes, <c>M C</c>; the examples one behind the other.</summary>
    /// <param name="tensor">Of the shape <c>N ... C ...</c>.</param>
    /// <param name="axis">The axis; negative from the end.</param>
    public static Tensor Rows(Tensor tensor, int axis)
    {
        int index = Of(tensor, axis);
        Tensor last = tensor.transpose(index, -1);
        return last.reshape(last.shape.SkipLast(1).Aggregate(1L, (product, size) => product * size), last.shape[^1]);
    }
}
