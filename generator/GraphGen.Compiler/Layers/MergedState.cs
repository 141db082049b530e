using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A tensor of the state that both directions of a layer leave, merged as their results are: <c>2·L N units -> L N 2·units</c>.</summary>
internal sealed class MergedState : LayerKind
{
    public override TensorType? Infer(Application application)
    {
        Shape shape = application.Input.Shape;
        Dim units = MergeOf(application.Layer) == Merge.Concat ? shape[2] * 2 : shape[2];
        return application.Input with { Shape = new Shape([shape[0] / 2, shape[1], units]) };
    }

    /// <summary>In torch's order the directions of a layer lie side by side.</summary>
    public override FormattableString TorchForward(TorchCode code)
    {
        Variable layers = code.Step("layers", $"{code.Input}.unflatten(0, {Code.Write(code.Type.Shape[0])}, 2)");
        Variable forward = code.Step("forward", $"{layers}.select(1, 0)");
        Variable backward = code.Step("backward", $"{layers}.select(1, 1)");
        return MergeOf(code.Layer).Write(forward, backward, axis: 2);
    }

    private static Merge MergeOf(Layer layer) => Merges.Parse(layer.Arguments.Named("merge"));
}
