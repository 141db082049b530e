using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Each filter looks at all channels, or at those of its group.</summary>
internal abstract class Conv(int axes) : Convolution(axes)
{
    public sealed override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Dim("filters").ToString(), DescribeSizes(layer, SizeArgument)];

    public sealed override void Check(ArgumentCheck check)
    {
        check.Positive("filters");
        base.Check(check);
        check.AtLeast("groups", 1);
    }

    public sealed override TensorType? Infer(Application application) =>
        HasSpatialRank(application) && application.HasModelType() && HasGroups(application)
            ? Convolve(application, application.Arguments.Dim("filters"))
            : null;

    public sealed override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        Dim filters = layer.Arguments.Dim("filters");
        yield return Kernel("weight", layer, filters, inputs[0].Shape[1] / layer.Arguments.Integer("groups"));
        if (layer.Arguments.Truth("bias")) yield return new Weight("bias", filters);
    }

    public sealed override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        result.Shape.ElementsOfSample * (inputs[0].Shape[1] / layer.Arguments.Integer("groups")) * ElementsOfWindow(layer);

    public sealed override TorchModule TorchModule(Layer layer) =>
        SlidingModule(layer, layer.Arguments.Dim("filters"), layer.Arguments.Integer("groups"), layer.Arguments.Truth("bias"));
}

/// <summary><c>N C L -> N filters L'</c>.</summary>
internal sealed class Conv1D() : Conv(1);

/// <summary><c>N C H W -> N filters H' W'</c>.</summary>
internal sealed class Conv2D() : Conv(2)
{
    public override bool PrefersChannelsLast => true;
}

/// <summary><c>N C D H W -> N filters D' H' W'</c>.</summary>
internal sealed class Conv3D() : Conv(3);
