using GraphGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>A loss of a user's own: the mean square of what an example is off.</summary>
internal sealed class SquaredError : Loss
{
    public override string Name => "squared_error";

    public override Tensor PerExample(Tensor output, Tensor target) => (output - target).square().flatten(1).mean([1]);

    public override string? Refuse(Tensor output, Tensor target)
    {
        if (!output.shape.SequenceEqual(target.shape)) return $"the output is ({string.Join(", ", output.shape)}), the target ({string.Join(", ", target.shape)})";
        using Tensor largest = target.max();
        return largest.ToDouble() > 1e6 ? $"a target is {largest.ToDouble()}" : null;
    }
}
