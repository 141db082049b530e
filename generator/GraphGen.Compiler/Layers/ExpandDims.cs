using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>One more axis, of size 1: along 1, <c>N ... -> N 1 ...</c>. A view.</summary>
internal sealed class ExpandDims : LayerKind
{
    public override IEnumerable<string> MainArguments(Layer layer) => [Code.Write(layer.Arguments.Integer("axis"))];

    public override TensorType? Infer(Application application) =>
        application.ResolveNewAxis("axis") is { } axis ? application.Input with { Shape = application.Input.Shape.Insert(axis, Dim.One) } : null;

    public override Sharing Sharing => Sharing.Whole;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.unsqueeze({Code.Write(code.Arguments.Integer("axis"))})";
}
