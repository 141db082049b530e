using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Runtime;

/// <summary>Poolings of volumes that TorchSharp has not. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VolumePooling
{
    /// <summary>The largest element of each of so many windows: first within each slice, then from slice to slice.</summary>
    /// <param name="volumes"><c>N C D H W</c>, of a floating type.</param>
    /// <param name="depth">Windows along the depth.</param>
    /// <param name="height">Windows along the height.</param>
    /// <param name="width">Windows along the width.</param>
    /// <returns><c>N C depth height width</c>.</returns>
    public static Tensor AdaptiveMax(Tensor volumes, long depth, long height, long width)
    {
        ArgumentNullException.ThrowIfNull(volumes);
        using Tensor slices = volumes.flatten(1, 2);
        using Tensor pooled = nn.functional.adaptive_max_pool2d(slices, [height, width]);
        using Tensor stacks = pooled.reshape(volumes.size(0), volumes.size(1), volumes.size(2), height * width);
        using Tensor result = nn.functional.adaptive_max_pool2d(stacks, [depth, height * width]);
        return result.unflatten(3, height, width);
    }
}
