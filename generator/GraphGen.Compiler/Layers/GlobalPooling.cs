using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>One number for each channel: <c>N C ... -> N C</c>.</summary>
internal abstract class GlobalPooling(int axes) : SpatialLayer(axes)
{
    /// <summary>The element types that it takes.</summary>
    protected abstract ElementSet Elements { get; }

    /// <summary>The TorchSharp method.</summary>
    protected abstract string TorchFunction { get; }

    public override IEnumerable<string> MainArguments(Layer layer) => layer.Arguments.Truth("keepDims") ? ["keepDims: true"] : [];

    public override TensorType? Infer(Application application)
    {
        if (!HasSpatialRank(application) || !application.Takes(Elements)) return null;
        IEnumerable<Dim> kept = application.Arguments.Truth("keepDims") ? Enumerable.Repeat(Dim.One, SpatialAxes) : [];
        return application.Input with { Shape = new Shape(application.Input.Shape.Axes.Take(FirstAxis).Concat(kept)) };
    }

    public override FormattableString TorchForward(TorchCode code) =>
        $"{code.Input}.{TorchFunction}({Code.Array(Positions)}, keepdim: {Code.Write(code.Arguments.Truth("keepDims"))})";
}
