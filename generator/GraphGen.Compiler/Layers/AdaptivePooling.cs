using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>One number for each of so many windows of each channel, whatever the input's size: <c>N C ... -> N C output</c>.</summary>
internal abstract class AdaptivePooling(int axes) : SpatialLayer(axes)
{
    public sealed override bool ResultMayBeOverwritten => true;

    /// <summary>The TorchSharp module's name without its number of axes.</summary>
    protected abstract string TorchName { get; }

    public override IEnumerable<string> MainArguments(Layer layer) => [DescribeSizes(layer, "output")];

    public override void Check(ArgumentCheck check) => check.Sizes("output", SpatialAxes, least: 1);

    public override TensorType? Infer(Application application)
    {
        if (!HasSpatialRank(application) || !application.Takes(Elements(application.Layer))) return null;
        IEnumerable<Dim> output = Output(application.Layer).Select(size => (Dim)size);
        return application.Input with { Shape = new Shape(application.Input.Shape.Axes.Take(FirstAxis).Concat(output)) };
    }

    public override TorchModule? TorchModule(Layer layer)
    {
        IReadOnlyList<long> output = Output(layer);
        string name = $"{TorchName}{SpatialAxes}d";
        return new TorchModule(name, name, SpatialAxes == 1 ? Code.Write(output[0]) : Code.Array(output), takesDevice: false);
    }

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";

    /// <summary>The element types that it takes.</summary>
    protected abstract ElementSet Elements(Layer layer);

    /// <summary>The number of windows along each spatial axis.</summary>
    protected IReadOnlyList<long> Output(Layer layer) => layer.Arguments.RequiredSizes("output", SpatialAxes);
}
