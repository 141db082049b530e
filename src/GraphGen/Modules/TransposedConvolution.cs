using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>
/// A transposed convolution of pictures or volumes that adds to the end of each axis of its result a number of its own: TorchSharp's takes that of the first
/// axis for all. <c>N C ... -> N filters ...</c>.
/// </summary>
/// <param name="channels">Channels of the input, <c>C</c>.</param>
/// <param name="filters">Channels of the result.</param>
/// <param name="kernel">The kernel's size along each of two or three axes.</param>
/// <param name="strides">Elements of the result from one position of the kernel to the next, along each axis.</param>
/// <param name="padding">Elements taken away at each end of each axis of the result.</param>
/// <param name="outputPadding">Elements added at the end of each axis of the result, fewer than its stride or its dilation.</param>
/// <param name="dilation">Elements of the result from one element of the kernel to the next, along each axis.</param>
/// <param name="groups">Parts into which channels and filters are divided.</param>
/// <param name="bias">Whether a number is added to each channel of the result.</param>
/// <param name="device">Where the weights lie.</param>
/// <param name="dtype">Their floating type.</param>
public sealed class TransposedConvolution(
    long channels, long filters, long[] kernel, long[] strides, long[] padding, long[] outputPadding, long[] dilation, long groups, bool bias,
    Device? device = null, ScalarType? dtype = null)
    : ConvolutionTranspose(
        nameof(TransposedConvolution), channels, filters, kernel, strides, padding, null, dilation, true, outputPadding, groups, bias, PaddingModes.Zeros,
        device, dtype)
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor input, long[]? output_size)
    {
        long[] added = output_size is null ? output_padding : _output_padding(input, output_size, kernel_size, stride, padding!, dilation, kernel_size.Length);
        return kernel_size.Length == 2
            ? nn.functional.conv_transpose2d(input, weight, bias, stride, padding, added, dilation, groups)
            : nn.functional.conv_transpose3d(input, weight, bias, stride, padding, added, dilation, groups);
    }
}
