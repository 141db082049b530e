using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A vector as every step of a sequence: <c>N F -> N n F</c>. A view, in which all steps are the same memory.</summary>
internal sealed class RepeatVector : LayerKind
{
    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Dim("n").ToString()];

    public override void Check(ArgumentCheck check) => check.Positive("n");

    public override TensorType? Infer(Application application) =>
        application.HasRank(2, 2, "N F", "'Flatten()' before it") ? application.Input with { Shape = application.Input.Shape.Insert(1, application.Arguments.Dim("n")) } : null;

    public override Sharing Sharing => Sharing.Strided;

    public override FormattableString TorchForward(TorchCode code) =>
        $"{code.Step("step", $"{code.Input}.unsqueeze(1)")}.expand(-1, {Code.Write(code.Arguments.Dim("n"))}, -1)";
}
