using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>One number, without axes, which is broadcast to whatever it meets.</summary>
internal sealed class Constant : LayerKind
{
    public override int FewestInputs => 0;

    public override int MostInputs => 0;

    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Number("value")];

    public override TensorType? Infer(Application application) => new(new Shape([]), ElementType.Float32);

    public override FormattableString TorchForward(TorchCode code) =>
        $"global::TorchSharp.torch.tensor({Code.Write(code.Arguments.Real("value"))}, dtype: {code.ModelType}, device: {code.ModelInput}.device)";
}
