using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Each filter looks at one channel, and each channel has as many filters: <c>N C ... -> N multiplier·C ...</c>.</summary>
internal abstract class DepthwiseConv(int axes) : Convolution(axes)
{
    public sealed override IEnumerable<string> MainArguments(Layer layer)
    {
        yield return DescribeSizes(layer, SizeArgument);
        if (layer.Arguments.Integer("multiplier") is not 1 and var multiplier) yield return $"multiplier: {Code.Write(multiplier)}";
    }

    public sealed override void Check(ArgumentCheck check)
    {
        base.Check(check);
        check.AtLeast("multiplier", 1);
    }

    public sealed override TensorType? Infer(Application application) =>
        HasSpatialRank(application) && application.HasModelType() ? Convolve(application, Filters(application.Layer, application.Input)) : null;

    public sealed override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        Dim filters = Filters(layer, inputs[0]);
        yield return Kernel("weight", layer, filters, 1);
        if (layer.Arguments.Truth("bias")) yield return new Weight("bias", filters);
    }

    public sealed override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        result.Shape.ElementsOfSample * ElementsOfWindow(layer);

    public sealed override TorchModule TorchModule(Layer layer) =>
        SlidingModule(layer, Filters(layer, layer.BuiltFor![0]), layer.BuiltFor![0].Shape[1], layer.Arguments.Truth("bias"));

    private static Dim Filters(Layer layer, TensorType input) => input.Shape[1] * layer.Arguments.Integer("multiplier");
}

/// <summary><c>N C L -> N multiplier·C L'</c>.</summary>
internal sealed class DepthwiseConv1D() : DepthwiseConv(1);

/// <summary><c>N C H W -> N multiplier·C H' W'</c>.</summary>
internal sealed class DepthwiseConv2D() : DepthwiseConv(2)
{
    public override bool PrefersChannelsLast => true;
}
