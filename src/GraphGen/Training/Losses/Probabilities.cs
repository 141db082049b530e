using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>Outputs that are probabilities.</summary>
internal static class Probabilities
{
    /// <summary>Why outputs cannot be probabilities; null where they can. NaN is left to those who watch for it.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="output">What the model made.</param>
    public static string? Refuse(string name, Tensor output)
    {
        using var scope = NewDisposeScope();
        return Targets.RefuseOutside(name, "probabilities", output.nan_to_num(nan: 0), 0, 1) is { } reason
            ? $"{reason} 'Sigmoid' and 'Softmax' make them; a cross entropy takes logits by 'fromLogits: true'."
            : null;
    }

    /// <summary>The logarithms of the probabilities of classes.</summary>
    /// <param name="output">Logits, or probabilities, which are divided by their sum as Keras does.</param>
    /// <param name="fromLogits">Whether they are logits.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <param name="epsilon">The distance that probabilities keep from 0 and 1.</param>
    public static Tensor Logarithms(Tensor output, bool fromLogits, int axis, double epsilon) =>
        fromLogits ? nn.functional.log_softmax(output, axis) : (output / output.sum(axis, keepdim: true)).clamp(epsilon, 1 - epsilon).log();
}
