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
}
