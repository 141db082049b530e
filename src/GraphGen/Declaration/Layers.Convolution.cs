namespace GraphGen;

public static partial class Layers
{
    /// <summary>A convolution of sequences, such as sound: <c>N C L -> N filters L'</c>.</summary>
    /// <remarks>
    /// With kernel <c>k</c>, stride <c>s</c>, dilation <c>d</c> and <c>p</c> zeros at each end, <c>L'</c> is <c>floor((L + 2p - d(k - 1) - 1) / s) + 1</c> of
    /// its axis <c>L</c>; with <see cref="Padding.Same"/>, <c>ceil(L / s)</c>. Weights: <c>weight (filters, C / groups, K)</c> and <c>bias (filters)</c>, in
    /// all <c>filters (K C / groups + 1)</c>. Another number of axes (GG3001) and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <inheritdoc cref="Conv2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer Conv1D(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int groups = 1,
        Layer? activation = null, bool bias = true, Initializer? initializer = null) => Inert.Layer;

    /// <summary>A convolution of pictures: <c>N C H W -> N filters H' W'</c>.</summary>
    /// <remarks>
    /// With kernel <c>k</c>, stride <c>s</c>, dilation <c>d</c> and <c>p</c> zeros at each end, each of <c>H'</c> and <c>W'</c> is
    /// <c>floor((L + 2p - d(k - 1) - 1) / s) + 1</c> of its axis <c>L</c>; with <see cref="Padding.Same"/>, <c>ceil(L / s)</c>. Weights:
    /// <c>weight (filters, C / groups, Kh, Kw)</c> and <c>bias (filters)</c>, in all <c>filters (Kh Kw C / groups + 1)</c>. Another number of axes (GG3001)
    /// and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <param name="filters">Channels of the result, 1 or more (GG1006).</param>
    /// <param name="kernel">The kernel's size along each axis, in elements. One that exceeds the padded input is refused (GG3004).</param>
    /// <param name="strides">Elements from one position of the kernel to the next; 1 by default.</param>
    /// <param name="padding">Zeros added around the input; none by default.</param>
    /// <param name="dilation">Elements of the input from one element of the kernel to the next; 1, which leaves none out, by default.</param>
    /// <param name="groups">
    /// Parts into which the channels are divided, each convolved by filters of its own; 1 by default. Must divide <c>C</c> and <c>filters</c> (GG3005).
    /// </param>
    /// <param name="activation">A layer applied to the result; none by default.</param>
    /// <param name="bias">Whether a number is added to each channel of the result; true by default.</param>
    /// <param name="initializer">How <c>weight</c> begins; as TorchSharp has it by default.</param>
    /// <returns>The layer.</returns>
    public static Layer Conv2D(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int groups = 1,
        Layer? activation = null, bool bias = true, Initializer? initializer = null) => Inert.Layer;

    /// <summary>A convolution of volumes, such as scans or films: <c>N C D H W -> N filters D' H' W'</c>.</summary>
    /// <remarks>
    /// With kernel <c>k</c>, stride <c>s</c>, dilation <c>d</c> and <c>p</c> zeros at each end, each of <c>D'</c>, <c>H'</c> and <c>W'</c> is
    /// <c>floor((L + 2p - d(k - 1) - 1) / s) + 1</c> of its axis <c>L</c>; with <see cref="Padding.Same"/>, <c>ceil(L / s)</c>. Weights:
    /// <c>weight (filters, C / groups, Kd, Kh, Kw)</c> and <c>bias (filters)</c>, in all <c>filters (Kd Kh Kw C / groups + 1)</c>. Another number of axes
    /// (GG3001) and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <inheritdoc cref="Conv2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer Conv3D(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int groups = 1,
        Layer? activation = null, bool bias = true, Initializer? initializer = null) => Inert.Layer;
}
