using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>How far an output is from its target.</summary>
public abstract class Loss
{
    /// <summary>What a history and a message call it, as <c>mean_squared_error</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The loss of each example, <c>N</c>, whose weighted mean is trained on.</summary>
    /// <param name="output">What the model made, <c>N ...</c>.</param>
    /// <param name="target">What it should have made, of a shape and type that <see cref="Refuse"/> accepts.</param>
    public abstract Tensor PerExample(Tensor output, Tensor target);

    /// <summary>Why targets do not fit an output, in words that name both shapes or types; null where they fit.</summary>
    /// <param name="output">An output of the model for some examples, <c>N ...</c>.</param>
    /// <param name="target">The targets of as many examples.</param>
    public abstract string? Refuse(Tensor output, Tensor target);
}
