using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The elements as another type; what is single precision elsewhere is the model's floating type.</summary>
internal sealed class Cast : LayerKind
{
    public override bool IsPointwise => true;

    public override IEnumerable<string> MainArguments(Layer layer) => [Target(layer).ToString()];

    public override TensorType? Infer(Application application) => application.Input with { Element = Target(application.Layer) };

    public override FormattableString TorchForward(TorchCode code) =>
        code.Type.Element == code.InputType.Element ? $"{code.Input}.alias()" : (FormattableString)$"{code.Input}.to({code.ScalarType(code.Type.Element)})";

    private static ElementType Target(Layer layer) =>
        Enum.TryParse(layer.Arguments.Named("type"), out ElementType type) ? type : throw new UnsuitableArgumentException("type");
}
