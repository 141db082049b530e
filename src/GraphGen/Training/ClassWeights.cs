using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>How much examples count by their class.</summary>
internal static class ClassWeights
{
    /// <summary>The weight of each example; 1 for a class without one, as in Keras.</summary>
    /// <param name="weights">The weights by class.</param>
    /// <param name="target">The classes: <c>N</c> or <c>N 1</c> of class numbers, or <c>N C</c> one-hot.</param>
    /// <returns>Float32, <c>N</c>.</returns>
    /// <exception cref="ArgumentException">A class or a weight is negative, or the targets are no classes.</exception>
    public static Tensor Of(IReadOnlyDictionary<int, double> weights, Tensor target)
    {
        foreach ((int key, double weight) in weights)
        {
            if (key < 0 || !(weight >= 0) || double.IsInfinity(weight))
                throw DataCheck.Refused("classWeight", $"'classWeight' maps classes, from 0 on, to finite weights that are not negative, and has {key}: {weight}.");
        }

        if (target.Dimensions is not (1 or 2))
            throw DataCheck.Refused("classWeight", $"'classWeight' needs targets that are classes, (N), (N, 1) or one-hot (N, C), and these are ({string.Join(", ", target.shape)}).");

        // A place before and one behind the classes that have weights is for all others.
        int last = weights.Keys.DefaultIfEmpty(-1).Max() + 1;
        float[] table = new float[last + 2];
        Array.Fill(table, 1);
        foreach ((int key, double weight) in weights) table[key + 1] = (float)weight;
        using DisposeScope scope = NewDisposeScope();
        Tensor classes = target.Dimensions == 2 && target.size(1) > 1 ? target.argmax(1) : target.reshape(-1);
        if (classes.is_floating_point()) classes = classes.round();
        Tensor places = classes.to(ScalarType.Int64).clamp(-1, last).add(1);
        return tensor(table, device: target.device).index_select(0, places).MoveToOuterDisposeScope();
    }
}
