using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A tensor of a state, of its last layer: <c>L N units -> N units</c>. A view.</summary>
internal abstract class StateTensor : LayerKind
{
    public sealed override TensorType? Infer(Application application) => application.Input with { Shape = application.Input.Shape.Without(0) };

    public sealed override Sharing Sharing => Sharing.Strided;

    public sealed override FormattableString TorchForward(TorchCode code) => $"{code.Input}.select(0, -1)";
}
