using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>First each channel by itself over its window, then all channels of each place: <c>N C ... -> N filters ...</c>.</summary>
internal abstract class SeparableConv(int axes) : Convolution(axes)
{
    public sealed override IEnumerable<string> MainArguments(Layer layer)
    {
        yield return layer.Arguments.Dim("filters").ToString();
        yield return DescribeSizes(layer, SizeArgument);
        if (layer.Arguments.Integer("multiplier") is not 1 and var multiplier) yield return $"multiplier: {Code.Write(multiplier)}";
    }

    public sealed override void Check(ArgumentCheck check)
    {
        check.Positive("filters");
        base.Check(check);
        check.AtLeast("multiplier", 1);
    }

    public sealed override TensorType? Infer(Application application) =>
        HasSpatialRank(application) && application.HasModelType() ? Convolve(application, application.Arguments.Dim("filters")) : null;

    public sealed override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        Dim filters = layer.Arguments.Dim("filters");
        Dim between = Between(layer, inputs[0]);
        yield return Kernel("depthwise.weight", layer, between, 1);
        yield return new Weight("pointwise.weight", [filters, between, .. Enumerable.Repeat(Dim.One, SpatialAxes)]);
        if (layer.Arguments.Truth("bias")) yield return new Weight("pointwise.bias", filters);
    }

    /// <summary>Those of the windows, and those of each place's channels.</summary>
    public sealed override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result)
    {
        Dim between = Between(layer, inputs[0]);
        return (result.Shape.With(1, between).ElementsOfSample * ElementsOfWindow(layer)) + (result.Shape.ElementsOfSample * between);
    }

    public sealed override TorchModule TorchModule(Layer layer)
    {
        TensorType input = layer.BuiltFor![0];
        Dim between = Between(layer, input);
        TorchModule depthwise = SlidingModule(layer, between, input.Shape[1], bias: false);
        string name = $"Conv{SpatialAxes}d";
        string bias = layer.Arguments.Truth("bias") ? "" : ", bias: false";
        var pointwise = new TorchModule(name, name, $"{Code.Write(between)}, {Code.Write(layer.Arguments.Dim("filters"))}, 1{bias}");
        return Torch.TorchModule.Own("SeparableConvolution", $"{depthwise.Creation}, {pointwise.Creation}", takesDevice: false);
    }

    /// <summary>The channels between the two.</summary>
    private static Dim Between(Layer layer, TensorType input) => input.Shape[1] * layer.Arguments.Integer("multiplier");
}

/// <summary><c>N C L -> N filters L'</c>.</summary>
internal sealed class SeparableConv1D() : SeparableConv(1);

/// <summary><c>N C H W -> N filters H' W'</c>.</summary>
internal sealed class SeparableConv2D() : SeparableConv(2)
{
    public override bool PrefersChannelsLast => true;
}
