using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace GraphGen.Modules;

/// <summary>
/// A depthwise separable convolution (<see href="https://arxiv.org/abs/1610.02357">Chollet 2017</see>): first each channel by itself over its window, then all
/// channels of each place. <c>N C ... -> N filters ...</c>.
/// </summary>
public sealed class SeparableConvolution : nn.Module<Tensor, Tensor>
{
    /// <summary>Two convolutions as one layer.</summary>
    /// <param name="depthwise">One of as many groups as it has channels.</param>
    /// <param name="pointwise">One with a kernel of 1 and the channels that the other makes.</param>
    public SeparableConvolution(Convolution depthwise, Convolution pointwise)
        : base(nameof(SeparableConvolution))
    {
        Depthwise = depthwise;
        Pointwise = pointwise;
        register_module("depthwise", depthwise);
        register_module("pointwise", pointwise);
    }

    /// <summary>The convolution of each channel by itself.</summary>
    [field: ComponentName(Name = "depthwise")]
    public Convolution Depthwise { get; }

    /// <summary>The convolution of all channels of each place.</summary>
    [field: ComponentName(Name = "pointwise")]
    public Convolution Pointwise { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using Tensor channels = Depthwise.call(input);
        return Pointwise.call(channels);
    }
}
