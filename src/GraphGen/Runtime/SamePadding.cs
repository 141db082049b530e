using System.ComponentModel;
using TorchSharp;

namespace GraphGen.Runtime;

/// <summary>
/// The padding that makes <c>L</c> elements into <c>ceil(L / stride)</c>, as in Keras: half of what is missing at each end, an odd one at the end. Called by
/// generated code, for sizes that are not known at build.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SamePadding
{
    /// <summary>The elements before an axis.</summary>
    /// <param name="size">The elements of the axis, 1 or more.</param>
    /// <param name="extent">The elements from the first to the last that the window looks at.</param>
    /// <param name="stride">The elements from one position of the window to the next.</param>
    public static long Before(long size, long extent, long stride) => Missing(size, extent, stride) / 2;

    /// <summary>The tensor with zeros around it; a view where there are none to add.</summary>
    /// <param name="tensor"><c>N C ...</c>, any element type.</param>
    /// <param name="extents">The elements from the first to the last that the window looks at, along each spatial axis.</param>
    /// <param name="strides">The elements from one position of the window to the next.</param>
    public static torch.Tensor Pad(torch.Tensor tensor, long[] extents, long[] strides)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(extents);
        ArgumentNullException.ThrowIfNull(strides);

        // The last axis comes first, as torch takes them.
        long[] padding = new long[2 * extents.Length];
        bool isPadded = false;
        for (int i = 0; i < extents.Length; i++)
        {
            int axis = extents.Length - 1 - i;
            long missing = Missing(tensor.size(axis + 2), extents[axis], strides[axis]);
            padding[2 * i] = missing / 2;
            padding[(2 * i) + 1] = missing - (missing / 2);
            isPadded |= missing > 0;
        }

        return isPadded ? torch.nn.functional.pad(tensor, padding) : tensor.alias();
    }

    /// <summary>The window's last position begins at the last multiple of the stride, and may go on behind the end.</summary>
    private static long Missing(long size, long extent, long stride) => Math.Max(extent - 1 - ((size - 1) % stride), 0);
}
