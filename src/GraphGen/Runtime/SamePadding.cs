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

    /// <summary>The elements after an axis.</summary>
    /// <inheritdoc cref="Before"/>
    public static long After(long size, long extent, long stride) => (Missing(size, extent, stride) + 1) / 2;

    /// <summary>The tensor with zeros around it; a view where there are none to add.</summary>
    /// <param name="tensor">Any.</param>
    /// <param name="padding">The zeros before and after the last axis, then before and after the one in front of it, and so on.</param>
    public static torch.Tensor Pad(torch.Tensor tensor, long[] padding)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return Array.TrueForAll(padding, count => count == 0) ? tensor.alias() : torch.nn.functional.pad(tensor, padding);
    }

    /// <summary>The window's last position begins at the last multiple of the stride, and may go on behind the end.</summary>
    private static long Missing(long size, long extent, long stride) => Math.Max(extent - 1 - ((size - 1) % stride), 0);
}
