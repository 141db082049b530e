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

    /// <summary>A transposed convolution of sequences, which goes the way of a convolution back: <c>N C L -> N filters L'</c>.</summary>
    /// <remarks>
    /// With kernel <c>k</c>, stride <c>s</c>, dilation <c>d</c>, padding <c>p</c> and output padding <c>o</c>, <c>L'</c> is
    /// <c>(L - 1) s - 2p + d(k - 1) + 1 + o</c> of its axis <c>L</c>, as in torch; with <see cref="Padding.Same"/>, <c>L s</c>, as in Keras. Weights:
    /// <c>weight (C, filters / groups, K)</c> and <c>bias (filters)</c>, in all <c>filters (K C / groups + 1)</c>. Another number of axes
    /// (GG3001) and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <inheritdoc cref="Conv2DTranspose" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer Conv1DTranspose(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? outputPadding = null, Size? dilation = null, int groups = 1,
        Layer? activation = null, bool bias = true, Initializer? initializer = null) => Inert.Layer;

    /// <summary>A transposed convolution of pictures, which goes the way of a convolution back: <c>N C H W -> N filters H' W'</c>.</summary>
    /// <remarks>
    /// With kernel <c>k</c>, stride <c>s</c>, dilation <c>d</c>, padding <c>p</c> and output padding <c>o</c>, each of <c>H'</c> and <c>W'</c> is
    /// <c>(L - 1) s - 2p + d(k - 1) + 1 + o</c> of its axis <c>L</c>, as in torch; with <see cref="Padding.Same"/>, <c>L s</c>, as in Keras. Weights:
    /// <c>weight (C, filters / groups, Kh, Kw)</c> and <c>bias (filters)</c>, in all <c>filters (Kh Kw C / groups + 1)</c>. Another number of axes
    /// (GG3001) and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <param name="filters">Channels of the result, 1 or more (GG1006).</param>
    /// <param name="kernel">The kernel's size along each axis, in elements.</param>
    /// <param name="strides">Elements of the result from one position of the kernel to the next; 1 by default.</param>
    /// <param name="padding">Elements taken away at each end of the result; none by default. At least one element stays (GG3004).</param>
    /// <param name="outputPadding">
    /// Elements added at the end of each axis of the result, fewer than its stride or its dilation; none by default. They tell apart the sizes that a strided
    /// convolution makes into the same one, and have no place beside <see cref="Padding.Same"/> (GG1006).
    /// </param>
    /// <param name="dilation">Elements of the result from one element of the kernel to the next; 1, which leaves none out, by default.</param>
    /// <param name="groups">
    /// Parts into which the channels are divided, each spread by filters of its own; 1 by default. Must divide <c>C</c> and <c>filters</c> (GG3005).
    /// </param>
    /// <param name="activation">A layer applied to the result; none by default.</param>
    /// <param name="bias">Whether a number is added to each channel of the result; true by default.</param>
    /// <param name="initializer">How <c>weight</c> begins; as TorchSharp has it by default.</param>
    /// <returns>The layer.</returns>
    public static Layer Conv2DTranspose(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? outputPadding = null, Size? dilation = null, int groups = 1,
        Layer? activation = null, bool bias = true, Initializer? initializer = null) => Inert.Layer;

    /// <summary>A transposed convolution of volumes, which goes the way of a convolution back: <c>N C D H W -> N filters D' H' W'</c>.</summary>
    /// <remarks>
    /// With kernel <c>k</c>, stride <c>s</c>, dilation <c>d</c>, padding <c>p</c> and output padding <c>o</c>, each of <c>D'</c>, <c>H'</c> and <c>W'</c> is
    /// <c>(L - 1) s - 2p + d(k - 1) + 1 + o</c> of its axis <c>L</c>, as in torch; with <see cref="Padding.Same"/>, <c>L s</c>, as in Keras. Weights:
    /// <c>weight (C, filters / groups, Kd, Kh, Kw)</c> and <c>bias (filters)</c>, in all <c>filters (Kd Kh Kw C / groups + 1)</c>. Another number of axes
    /// (GG3001) and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <inheritdoc cref="Conv2DTranspose" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer Conv3DTranspose(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? outputPadding = null, Size? dilation = null, int groups = 1,
        Layer? activation = null, bool bias = true, Initializer? initializer = null) => Inert.Layer;

    /// <summary>A convolution of each channel of sequences by filters of its own: <c>N C L -> N multiplier·C L'</c>.</summary>
    /// <remarks>
    /// The sizes are those of a convolution, also with <see cref="Padding.Same"/>. Weights: <c>weight (multiplier·C, 1, K)</c> and
    /// <c>bias (multiplier·C)</c>, in all <c>multiplier·C (K + 1)</c>; channel <c>c</c> gives the channels from <c>multiplier·c</c> on. Another number
    /// of axes (GG3001) and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <inheritdoc cref="DepthwiseConv2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer DepthwiseConv1D(
        Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int multiplier = 1, Layer? activation = null, bool bias = true,
        Initializer? initializer = null) => Inert.Layer;

    /// <summary>A convolution of each channel of pictures by filters of its own: <c>N C H W -> N multiplier·C H' W'</c>.</summary>
    /// <remarks>
    /// The sizes are those of a convolution, also with <see cref="Padding.Same"/>. Weights: <c>weight (multiplier·C, 1, Kh, Kw)</c> and
    /// <c>bias (multiplier·C)</c>, in all <c>multiplier·C (Kh Kw + 1)</c>; channel <c>c</c> gives the channels from <c>multiplier·c</c> on. Another number
    /// of axes (GG3001) and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <param name="kernel">The kernel's size along each axis, in elements. One that exceeds the padded input is refused (GG3004).</param>
    /// <param name="strides">Elements from one position of the kernel to the next; 1 by default.</param>
    /// <param name="padding">Zeros added around the input; none by default.</param>
    /// <param name="dilation">Elements of the input from one element of the kernel to the next; 1, which leaves none out, by default.</param>
    /// <param name="multiplier">Filters of each channel, 1 or more (GG1006).</param>
    /// <param name="activation">A layer applied to the result; none by default.</param>
    /// <param name="bias">Whether a number is added to each channel of the result; true by default.</param>
    /// <param name="initializer">How <c>weight</c> begins; as TorchSharp has it by default.</param>
    /// <returns>The layer.</returns>
    public static Layer DepthwiseConv2D(
        Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int multiplier = 1, Layer? activation = null, bool bias = true,
        Initializer? initializer = null) => Inert.Layer;

    /// <summary>
    /// A depthwise convolution of sequences, and behind it one that mixes the channels of each place: <c>N C L -> N filters L'</c>
    /// (<see href="https://arxiv.org/abs/1610.02357">Chollet 2017</see>).
    /// </summary>
    /// <remarks>
    /// Window, strides, padding and dilation are the first one's, which has no bias, and the sizes are those of a convolution. Weights:
    /// <c>depthwise.weight (multiplier·C, 1, K)</c>, <c>pointwise.weight (filters, multiplier·C, 1)</c> and <c>pointwise.bias (filters)</c>, in all
    /// <c>multiplier·C K + filters (multiplier·C + 1)</c>. The property of the model is a <c>GraphGen.Modules.SeparableConvolution</c>. Another number
    /// of axes (GG3001) and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <inheritdoc cref="SeparableConv2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer SeparableConv1D(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int multiplier = 1, Layer? activation = null,
        bool bias = true, Initializer? initializer = null) => Inert.Layer;

    /// <summary>
    /// A depthwise convolution of pictures, and behind it one that mixes the channels of each place: <c>N C H W -> N filters H' W'</c>
    /// (<see href="https://arxiv.org/abs/1610.02357">Chollet 2017</see>).
    /// </summary>
    /// <remarks>
    /// Window, strides, padding and dilation are the first one's, which has no bias, and the sizes are those of a convolution. Weights:
    /// <c>depthwise.weight (multiplier·C, 1, Kh, Kw)</c>, <c>pointwise.weight (filters, multiplier·C, 1, 1)</c> and <c>pointwise.bias (filters)</c>, in all
    /// <c>multiplier·C Kh Kw + filters (multiplier·C + 1)</c>. The property of the model is a <c>GraphGen.Modules.SeparableConvolution</c>. Another number
    /// of axes (GG3001) and a <c>C</c> that is not fixed (GG3007) are refused.
    /// </remarks>
    /// <param name="filters">Channels of the result, 1 or more (GG1006).</param>
    /// <param name="kernel">The kernel's size along each axis, in elements. One that exceeds the padded input is refused (GG3004).</param>
    /// <param name="strides">Elements from one position of the kernel to the next; 1 by default.</param>
    /// <param name="padding">Zeros added around the input; none by default.</param>
    /// <param name="dilation">Elements of the input from one element of the kernel to the next; 1, which leaves none out, by default.</param>
    /// <param name="multiplier">Channels that the first convolution makes of each, 1 or more (GG1006).</param>
    /// <param name="activation">A layer applied to the result; none by default.</param>
    /// <param name="bias">Whether a number is added to each channel of the result; true by default.</param>
    /// <param name="initializer">How both weights begin; as TorchSharp has it by default.</param>
    /// <returns>The layer.</returns>
    public static Layer SeparableConv2D(
        Dim filters, Size kernel, Size? strides = null, Padding padding = default, Size? dilation = null, int multiplier = 1, Layer? activation = null,
        bool bias = true, Initializer? initializer = null) => Inert.Layer;
}
