using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>exp(x) / sum(exp(x))</c> along an axis.</summary>
internal sealed class SoftmaxAlong : Activation
{
    public override bool IsPointwise => false;

    public override IEnumerable<string> MainArguments(Layer layer) => [Code.Write(layer.Arguments.Integer("axis"))];

    public override TensorType? Infer(Application application) => application.ResolveAxis("axis") is null ? null : base.Infer(application);

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.softmax({Code.Write(code.Arguments.Integer("axis"))})";
}
