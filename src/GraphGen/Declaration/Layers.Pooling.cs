namespace GraphGen;

public static partial class Layers
{
    /// <summary>The largest element of each window, channel by channel: <c>N C L -> N C L'</c>.</summary>
    /// <remarks>
    /// With window <c>k</c>, stride <c>s</c> and <c>p</c> elements added at each end, <c>L'</c> is <c>floor((L + 2p - k) / s) + 1</c> of its axis <c>L</c>;
    /// with <see cref="Padding.Same"/>, <c>ceil(L / s)</c>. Another number of axes is refused (GG3001). Takes the floating types (GG3008).
    /// </remarks>
    /// <inheritdoc cref="MaxPooling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer MaxPooling1D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>The largest element of each window, channel by channel: <c>N C H W -> N C H' W'</c>.</summary>
    /// <remarks>
    /// With window <c>k</c>, stride <c>s</c> and <c>p</c> elements added at each end, each of <c>H'</c> and <c>W'</c> is <c>floor((L + 2p - k) / s) + 1</c>
    /// of its axis <c>L</c>; with <see cref="Padding.Same"/>, <c>ceil(L / s)</c>. Another number of axes is refused (GG3001). Takes the real types (GG3008).
    /// </remarks>
    /// <param name="pool">The window's size along each axis, in elements. One that exceeds the padded input is refused (GG3004).</param>
    /// <param name="strides">Elements from one window to the next; the window's size by default, so that windows touch and do not overlap.</param>
    /// <param name="padding">
    /// Elements added around the input, which never are the largest; at most half the window (GG1006), and none by default. Where <see cref="Padding.Same"/> adds
    /// what depends on the input's size, the layer is a function, and no property of the model.
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer MaxPooling2D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>The largest element of each window, channel by channel: <c>N C D H W -> N C D' H' W'</c>.</summary>
    /// <remarks>
    /// With window <c>k</c>, stride <c>s</c> and <c>p</c> elements added at each end, each of <c>D'</c>, <c>H'</c> and <c>W'</c> is
    /// <c>floor((L + 2p - k) / s) + 1</c> of its axis <c>L</c>; with <see cref="Padding.Same"/>, <c>ceil(L / s)</c>. Another number of axes is refused
    /// (GG3001). Takes the real types (GG3008).
    /// </remarks>
    /// <inheritdoc cref="MaxPooling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer MaxPooling3D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>The mean of each window, channel by channel: <c>N C L -> N C L'</c>.</summary>
    /// <remarks>
    /// With window <c>k</c>, stride <c>s</c> and <c>p</c> elements added at each end, <c>L'</c> is <c>floor((L + 2p - k) / s) + 1</c> of its axis <c>L</c>;
    /// with <see cref="Padding.Same"/>, <c>ceil(L / s)</c>. Another number of axes is refused (GG3001). Takes the floating types and
    /// <c>Int64</c> (GG3008), whose means are rounded towards 0.
    /// </remarks>
    /// <inheritdoc cref="AveragePooling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer AveragePooling1D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>The mean of each window, channel by channel: <c>N C H W -> N C H' W'</c>.</summary>
    /// <remarks>
    /// With window <c>k</c>, stride <c>s</c> and <c>p</c> elements added at each end, each of <c>H'</c> and <c>W'</c> is <c>floor((L + 2p - k) / s) + 1</c>
    /// of its axis <c>L</c>; with <see cref="Padding.Same"/>, <c>ceil(L / s)</c>. Another number of axes is refused (GG3001). Takes the floating types and
    /// <c>Int64</c> (GG3008), whose means are rounded towards 0.
    /// </remarks>
    /// <param name="pool">The window's size along each axis, in elements. One that exceeds the padded input is refused (GG3004).</param>
    /// <param name="strides">Elements from one window to the next; the window's size by default, so that windows touch and do not overlap.</param>
    /// <param name="padding">
    /// Zeros added around the input; at most half the window (GG1006), and none by default. They count in the mean, as in torch; those of
    /// <see cref="Padding.Same"/> do not, as in Keras. Where it adds what depends on the input's size, the layer is a function, and no property of the model.
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer AveragePooling2D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>The mean of each window, channel by channel: <c>N C D H W -> N C D' H' W'</c>.</summary>
    /// <remarks>
    /// With window <c>k</c>, stride <c>s</c> and <c>p</c> elements added at each end, each of <c>D'</c>, <c>H'</c> and <c>W'</c> is
    /// <c>floor((L + 2p - k) / s) + 1</c> of its axis <c>L</c>; with <see cref="Padding.Same"/>, <c>ceil(L / s)</c>. Another number of axes is refused
    /// (GG3001). Takes <c>Int64</c> too, but no floating type of 16 bits; the window must fit the input without its padding.
    /// </remarks>
    /// <inheritdoc cref="AveragePooling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer AveragePooling3D(Size pool, Size? strides = null, Padding padding = default) => Inert.Layer;

    /// <summary>The largest element of each channel: <c>N C L -> N C</c>.</summary>
    /// <remarks>The spatial axes may be of any size. Another number of axes is refused (GG3001). Takes the real types and <c>Bool</c> (GG3008).</remarks>
    /// <param name="keepDims">Whether the spatial axes stay, with size 1: <c>N C 1</c>; false by default.</param>
    /// <returns>The layer.</returns>
    public static Layer GlobalMaxPooling1D(bool keepDims = false) => Inert.Layer;

    /// <summary>The largest element of each channel: <c>N C H W -> N C</c>.</summary>
    /// <remarks>The spatial axes may be of any size. Another number of axes is refused (GG3001). Takes the real types and <c>Bool</c> (GG3008).</remarks>
    /// <param name="keepDims">Whether the spatial axes stay, with size 1: <c>N C 1 1</c>; false by default.</param>
    /// <returns>The layer.</returns>
    public static Layer GlobalMaxPooling2D(bool keepDims = false) => Inert.Layer;

    /// <summary>The largest element of each channel: <c>N C D H W -> N C</c>.</summary>
    /// <remarks>The spatial axes may be of any size. Another number of axes is refused (GG3001). Takes the real types and <c>Bool</c> (GG3008).</remarks>
    /// <param name="keepDims">Whether the spatial axes stay, with size 1: <c>N C 1 1 1</c>; false by default.</param>
    /// <returns>The layer.</returns>
    public static Layer GlobalMaxPooling3D(bool keepDims = false) => Inert.Layer;

    /// <summary>The mean of each channel: <c>N C L -> N C</c>.</summary>
    /// <remarks>The spatial axes may be of any size. Another number of axes is refused (GG3001). Takes complex numbers too.</remarks>
    /// <param name="keepDims">Whether the spatial axes stay, with size 1: <c>N C 1</c>; false by default.</param>
    /// <returns>The layer.</returns>
    public static Layer GlobalAveragePooling1D(bool keepDims = false) => Inert.Layer;

    /// <summary>The mean of each channel: <c>N C H W -> N C</c>.</summary>
    /// <remarks>The spatial axes may be of any size. Another number of axes is refused (GG3001). Takes complex numbers too.</remarks>
    /// <param name="keepDims">Whether the spatial axes stay, with size 1: <c>N C 1 1</c>; false by default.</param>
    /// <returns>The layer.</returns>
    public static Layer GlobalAveragePooling2D(bool keepDims = false) => Inert.Layer;

    /// <summary>The mean of each channel: <c>N C D H W -> N C</c>.</summary>
    /// <remarks>The spatial axes may be of any size. Another number of axes is refused (GG3001). Takes complex numbers too.</remarks>
    /// <param name="keepDims">Whether the spatial axes stay, with size 1: <c>N C 1 1 1</c>; false by default.</param>
    /// <returns>The layer.</returns>
    public static Layer GlobalAveragePooling3D(bool keepDims = false) => Inert.Layer;

    /// <summary>The largest element of as many windows as asked for, channel by channel: <c>N C L -> N C L'</c>.</summary>
    /// <remarks>
    /// Window <c>i</c> of <c>n</c> windows along an axis of <c>L</c> elements goes from <c>floor(i L / n)</c> to <c>ceil((i + 1) L / n)</c>, as in torch: they
    /// cover the axis and overlap where it cannot be divided evenly. Another number of axes is refused (GG3001). Takes the floating types (GG3008).
    /// </remarks>
    /// <inheritdoc cref="AdaptiveMaxPooling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer AdaptiveMaxPooling1D(Size output) => Inert.Layer;

    /// <summary>The largest element of as many windows as asked for, channel by channel: <c>N C H W -> N C H' W'</c>.</summary>
    /// <remarks>
    /// Window <c>i</c> of <c>n</c> windows along an axis of <c>L</c> elements goes from <c>floor(i L / n)</c> to <c>ceil((i + 1) L / n)</c>, as in torch: they
    /// cover the axis and overlap where it cannot be divided evenly. Another number of axes is refused (GG3001). Takes the floating types (GG3008).
    /// </remarks>
    /// <param name="output">The result's size along each spatial axis, whatever that of the input.</param>
    /// <returns>The layer.</returns>
    public static Layer AdaptiveMaxPooling2D(Size output) => Inert.Layer;

    /// <summary>The largest element of as many windows as asked for, channel by channel: <c>N C D H W -> N C D' H' W'</c>.</summary>
    /// <remarks>
    /// Window <c>i</c> of <c>n</c> windows along an axis of <c>L</c> elements goes from <c>floor(i L / n)</c> to <c>ceil((i + 1) L / n)</c>, as in torch: they
    /// cover the axis and overlap where it cannot be divided evenly. Another number of axes is refused (GG3001). Takes the floating types
    /// (GG3008). It is a function, and no property of the model.
    /// </remarks>
    /// <inheritdoc cref="AdaptiveMaxPooling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer AdaptiveMaxPooling3D(Size output) => Inert.Layer;

    /// <summary>The mean of as many windows as asked for, channel by channel: <c>N C L -> N C L'</c>.</summary>
    /// <remarks>
    /// Window <c>i</c> of <c>n</c> windows along an axis of <c>L</c> elements goes from <c>floor(i L / n)</c> to <c>ceil((i + 1) L / n)</c>, as in torch: they
    /// cover the axis and overlap where it cannot be divided evenly. Another number of axes is refused (GG3001). Takes complex numbers too where
    /// all sizes of the result are 1.
    /// </remarks>
    /// <inheritdoc cref="AdaptiveAveragePooling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer AdaptiveAveragePooling1D(Size output) => Inert.Layer;

    /// <summary>The mean of as many windows as asked for, channel by channel: <c>N C H W -> N C H' W'</c>.</summary>
    /// <remarks>
    /// Window <c>i</c> of <c>n</c> windows along an axis of <c>L</c> elements goes from <c>floor(i L / n)</c> to <c>ceil((i + 1) L / n)</c>, as in torch: they
    /// cover the axis and overlap where it cannot be divided evenly. Another number of axes is refused (GG3001). Takes complex numbers too where
    /// all sizes of the result are 1.
    /// </remarks>
    /// <param name="output">The result's size along each spatial axis, whatever that of the input.</param>
    /// <returns>The layer.</returns>
    public static Layer AdaptiveAveragePooling2D(Size output) => Inert.Layer;

    /// <summary>The mean of as many windows as asked for, channel by channel: <c>N C D H W -> N C D' H' W'</c>.</summary>
    /// <remarks>
    /// Window <c>i</c> of <c>n</c> windows along an axis of <c>L</c> elements goes from <c>floor(i L / n)</c> to <c>ceil((i + 1) L / n)</c>, as in torch: they
    /// cover the axis and overlap where it cannot be divided evenly. Another number of axes is refused (GG3001). Takes complex numbers too where
    /// all sizes of the result are 1.
    /// </remarks>
    /// <inheritdoc cref="AdaptiveAveragePooling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer AdaptiveAveragePooling3D(Size output) => Inert.Layer;
}
