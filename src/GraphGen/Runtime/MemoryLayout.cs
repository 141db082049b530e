using System.ComponentModel;
using TorchSharp;

namespace GraphGen.Runtime;

/// <summary>
/// Channels-last memory: the elements of <c>N C H W</c> lie in the order <c>N H W C</c>, while shape and axes stay as they are. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MemoryLayout
{
    /// <summary>The tensor in channels-last memory: a view where it has one channel or lies so already, else a copy.</summary>
    /// <param name="tensor"><c>N C H W</c>, any element type.</param>
    public static torch.Tensor ToChannelsLast(torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using torch.Tensor last = MoveChannelsLast(tensor);
        return last.permute(0, 3, 1, 2);
    }

    private static torch.Tensor MoveChannelsLast(torch.Tensor tensor)
    {
        // With one channel both orders are the same memory; only the strides have to say so, which a permutation alone would not make them do.
        if (tensor.size(1) == 1) return tensor.reshape(tensor.size(0), tensor.size(2), tensor.size(3), 1);
        using torch.Tensor moved = tensor.permute(0, 2, 3, 1);
        return moved.contiguous();
    }
}
