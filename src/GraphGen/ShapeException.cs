using TorchSharp;

namespace GraphGen;

/// <summary>A tensor that was given to a model is not of the shape or element type that the model was declared for. No layer has run.</summary>
public sealed class ShapeException : ArgumentException
{
    /// <summary>Says which input, what was expected and what came.</summary>
    /// <param name="input">The input's name.</param>
    /// <param name="expected">The shape and element type that was declared.</param>
    /// <param name="actual">The tensor's shape and element type.</param>
    public ShapeException(string input, string expected, string actual)
        : base($"'{input}' takes {expected}, and got {actual}.", input)
    {
        (Input, Expected, Actual) = (input, expected, actual);
    }

    /// <summary>The name of the input.</summary>
    public string Input { get; }

    /// <summary>The shape and element type that was declared, as <c>(N, 3, 32, 32) Float32</c>.</summary>
    public string Expected { get; }

    /// <summary>The shape and element type of the tensor.</summary>
    public string Actual { get; }

    /// <summary>The exception for a tensor that does not fit.</summary>
    /// <param name="input">The input's name.</param>
    /// <param name="shape">The shape that was declared.</param>
    /// <param name="type">The element type that the model takes there.</param>
    /// <param name="tensor">The tensor that came.</param>
    public static ShapeException For(string input, string shape, torch.ScalarType type, torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new ShapeException(input, $"{shape} {type}", $"({string.Join(", ", tensor.shape)}) {tensor.dtype}");
    }

    /// <summary>The exception for two inputs whose batches differ in size.</summary>
    /// <param name="input">The later input's name.</param>
    /// <param name="first">The first input's name.</param>
    /// <param name="expected">The size of the first input's batch.</param>
    /// <param name="actual">The size of the later input's batch.</param>
    public static ShapeException ForBatch(string input, string first, long expected, long actual) =>
        new(input, $"a batch of {expected}, as '{first}' has", $"one of {actual}");

    /// <summary>The exception for an axis whose size follows from others.</summary>
    /// <param name="input">The input's name.</param>
    /// <param name="axis">The axis, the batch counted.</param>
    /// <param name="size">The size that was declared, as <c>T</c> or <c>4 * width</c>.</param>
    /// <param name="expected">Its value.</param>
    /// <param name="actual">The size of the tensor's axis.</param>
    public static ShapeException ForSize(string input, int axis, string size, long expected, long actual) =>
        new(input, $"{size} elements along axis {axis}, here {expected}", $"{actual}");

    /// <summary>The exception for a dimension with a value that it does not take.</summary>
    /// <param name="input">The name of the input that has it.</param>
    /// <param name="axis">The axis, the batch counted.</param>
    /// <param name="dimension">The dimension's name.</param>
    /// <param name="values">The values that it takes.</param>
    /// <param name="actual">The size of the tensor's axis.</param>
    public static ShapeException ForRange(string input, int axis, string dimension, string values, long actual) =>
        new(input, $"{dimension} elements along axis {axis}, {values}", $"{actual}");

    /// <summary>The exception for sizes that do not go together, which is seen only when they come.</summary>
    /// <param name="input">The name of an input that has one of them.</param>
    /// <param name="reason">Which layer asks for it, and of what.</param>
    /// <param name="condition">What does not hold.</param>
    /// <param name="left">The one size, as it was declared.</param>
    /// <param name="leftValue">Its value.</param>
    /// <param name="right">The other size, as it was declared.</param>
    /// <param name="rightValue">Its value.</param>
    public static ShapeException ForCondition(string input, string reason, string condition, string left, long leftValue, string right, long rightValue) =>
        new(input, $"sizes for which {condition}, since {reason}", $"{Describe(left, leftValue)} and {Describe(right, rightValue)}");

    private static string Describe(string size, long value)
    {
        string number = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return size == number ? number : $"{size} = {number}";
    }
}
