using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>How batches are gathered.</summary>
internal static class Gathering
{
    /// <summary>The type of sums: <c>Float64</c>, since beyond 2^24 a <c>Float32</c> counts no further; but Apple's graphics processors have none.</summary>
    /// <param name="device">Where they are.</param>
    public static ScalarType Type(Device device) => device.type == DeviceType.MPS ? ScalarType.Float32 : ScalarType.Float64;

    /// <summary>How much each example counts, <c>N</c>.</summary>
    /// <param name="name">Who asks.</param>
    /// <param name="output">What the model made, <c>N ...</c>.</param>
    /// <param name="sampleWeight">What was given; 1 each where it is null.</param>
    /// <exception cref="ArgumentException">There are not as many weights as examples.</exception>
    public static Tensor Weights(string name, Tensor output, Tensor? sampleWeight)
    {
        ScalarType type = Type(output.device);
        if (sampleWeight is null) return ones(output.shape[0], dtype: type, device: output.device);
        return sampleWeight.shape is [long count] && count == output.shape[0]
            ? sampleWeight.to(type, output.device)
            : throw new ArgumentException(
                $"'{name}' takes sample weights of shape ({output.shape[0]}), one an example, and got {Targets.Shape(sampleWeight)}.", nameof(sampleWeight));
    }

    /// <summary>The weights of the places of examples, one behind the other.</summary>
    /// <param name="weights">The weights of the examples, <c>N</c>.</param>
    /// <param name="shape">The shape of the places, <c>N ...</c>.</param>
    public static Tensor Spread(Tensor weights, long[] shape)
    {
        long[] column = [shape[0], .. shape.Skip(1).Select(_ => 1L)];
        return weights.reshape(column).expand(shape).reshape(-1);
    }
}
