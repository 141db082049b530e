using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>A loss that refuses shapes which do not fit also when it is computed, and has a number for each place of an example.</summary>
/// <remarks>Half-precision outputs are computed in <c>Float32</c>: in BFloat16 the bound 1 - 1e-7 of a probability is 1, and its logarithm infinite.</remarks>
/// <param name="name">What a history calls it.</param>
internal abstract class CheckedLoss(string name) : Loss
{
    /// <summary>Keras's <c>epsilon()</c>, the distance that probabilities keep from 0 and 1.</summary>
    protected const double Epsilon = 1e-7;

    /// <inheritdoc/>
    public sealed override string Name => name;

    /// <inheritdoc/>
    public sealed override string? Refuse(Tensor output, Tensor target) => RefuseShape(output, target) ?? RefuseValues(output, target);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
    public sealed override Tensor PerExample(Tensor output, Tensor target)
    {
        if (RefuseShape(output, target) is { } reason) throw new ArgumentException(reason, nameof(target));
        using DisposeScope scope = NewDisposeScope();
        Tensor wide = output.dtype == ScalarType.Float64 ? output : output.to(ScalarType.Float32);
        Tensor places = PerPlace(wide, target);
        Tensor examples = places.shape.Length == 1 ? places : places.flatten(1).mean([1L]);
        return examples.MoveToOuterDisposeScope();
    }

    /// <summary>Why shapes or types do not fit; asked at each batch, so without a look at values.</summary>
    /// <param name="output">What the model made.</param>
    /// <param name="target">The targets.</param>
    protected internal virtual string? RefuseShape(Tensor output, Tensor target) => Targets.RefuseShape(Name, output, target);

    /// <summary>Why values do not fit.</summary>
    /// <param name="output">What the model made.</param>
    /// <param name="target">The targets, of a shape that fits.</param>
    protected internal virtual string? RefuseValues(Tensor output, Tensor target) => null;

    /// <summary>The loss of each place of each example, <c>N</c> or <c>N ...</c>.</summary>
    /// <param name="output">What the model made, <c>Float32</c> or <c>Float64</c>.</param>
    /// <param name="target">The targets, of any type.</param>
    protected abstract Tensor PerPlace(Tensor output, Tensor target);
}
