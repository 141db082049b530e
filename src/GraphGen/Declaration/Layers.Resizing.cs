namespace GraphGen;

public static partial class Layers
{
    /// <summary>Zeros added at the ends of each spatial axis: <c>N C L -> N C L'</c>.</summary>
    /// <remarks>Takes any element type. Another number of axes is refused (GG3001).</remarks>
    /// <inheritdoc cref="ZeroPadding2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer ZeroPadding1D(Padding padding) => Inert.Layer;

    /// <summary>Zeros added at the ends of each spatial axis: <c>N C H W -> N C H' W'</c>.</summary>
    /// <remarks>Takes any element type. Another number of axes is refused (GG3001).</remarks>
    /// <param name="padding">
    /// The zeros at each end: one number for all, one for each axis, <c>(1, 2)</c>, or one for each end of each axis, <c>((0, 1), (0, 1))</c>; of a sequence
    /// <c>(2, 0)</c> is two before it. <see cref="Padding.Same"/> is refused (GG1006): there is no window.
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer ZeroPadding2D(Padding padding) => Inert.Layer;

    /// <summary>Zeros added at the ends of each spatial axis: <c>N C D H W -> N C D' H' W'</c>.</summary>
    /// <remarks>Takes any element type. Another number of axes is refused (GG3001).</remarks>
    /// <inheritdoc cref="ZeroPadding2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer ZeroPadding3D(Padding padding) => Inert.Layer;

    /// <summary>What is left without the ends of each spatial axis: <c>N C L -> N C L'</c>. A view.</summary>
    /// <remarks>Takes any element type. Another number of axes is refused (GG3001).</remarks>
    /// <inheritdoc cref="Cropping2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer Cropping1D(Padding cropping) => Inert.Layer;

    /// <summary>What is left without the ends of each spatial axis: <c>N C H W -> N C H' W'</c>. A view.</summary>
    /// <remarks>Takes any element type. Another number of axes is refused (GG3001).</remarks>
    /// <param name="cropping">
    /// The elements taken away at each end: one number for all, one for each axis, <c>(1, 2)</c>, or one for each end of each axis, <c>((0, 1), (0, 1))</c>; of
    /// a sequence <c>(2, 0)</c> is its first two. At least one element stays (GG3004).
    /// </param>
    /// <returns>The layer.</returns>
    public static Layer Cropping2D(Padding cropping) => Inert.Layer;

    /// <summary>What is left without the ends of each spatial axis: <c>N C D H W -> N C D' H' W'</c>. A view.</summary>
    /// <remarks>Takes any element type. Another number of axes is refused (GG3001).</remarks>
    /// <inheritdoc cref="Cropping2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer Cropping3D(Padding cropping) => Inert.Layer;

    /// <summary>So many elements for each along every spatial axis: <c>N C L -> N C size·L</c>.</summary>
    /// <remarks>
    /// Between the centres of the elements, as if each filled its place: <c>align_corners</c> of torch is off, as in Keras. Another number of axes is refused
    /// (GG3001). Takes <c>Byte</c> too by the nearest element.
    /// </remarks>
    /// <inheritdoc cref="UpSampling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer UpSampling1D(Size size, Interpolation interpolation = Interpolation.Nearest) => Inert.Layer;

    /// <summary>So many elements for each along every spatial axis: <c>N C H W -> N C Sh·H Sw·W</c>.</summary>
    /// <remarks>
    /// Between the centres of the elements, as if each filled its place: <c>align_corners</c> of torch is off, as in Keras. Another number of axes is refused
    /// (GG3001). Takes <c>Byte</c> too.
    /// </remarks>
    /// <param name="size">Elements for each element, along each axis.</param>
    /// <param name="interpolation">How they are found; each is repeated by default. <see cref="Interpolation.Bicubic"/> is for pictures alone (GG1006).</param>
    /// <returns>The layer.</returns>
    public static Layer UpSampling2D(Size size, Interpolation interpolation = Interpolation.Nearest) => Inert.Layer;

    /// <summary>So many elements for each along every spatial axis: <c>N C D H W -> N C Sd·D Sh·H Sw·W</c>.</summary>
    /// <remarks>
    /// Between the centres of the elements, as if each filled its place: <c>align_corners</c> of torch is off, as in Keras. Another number of axes is refused
    /// (GG3001). Takes <c>Byte</c> too by the nearest element.
    /// </remarks>
    /// <inheritdoc cref="UpSampling2D" path="/param"/>
    /// <returns>The layer.</returns>
    public static Layer UpSampling3D(Size size, Interpolation interpolation = Interpolation.Nearest) => Inert.Layer;

    /// <summary>Channels spread over space: <c>N ... C H W -> N ... C/r² r·H r·W</c> with the factor <c>r</c>.</summary>
    /// <remarks>
    /// Channel <c>c r² + i r + j</c> gives row <c>i</c> and column <c>j</c> of each square of <c>r</c> by <c>r</c> elements of channel <c>c</c>
    /// (<see href="https://arxiv.org/abs/1609.05158">Shi et al. 2016</see>), as in torch. Takes any element type. Fewer axes are refused (GG3001).
    /// </remarks>
    /// <param name="factor">By how much height and width grow, 1 or more (GG1006). Its square divides the channels (GG3005).</param>
    /// <returns>The layer.</returns>
    public static Layer PixelShuffle(int factor) => Inert.Layer;
}
