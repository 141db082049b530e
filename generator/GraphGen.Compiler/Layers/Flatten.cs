using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>All axes after the batch made into one: <c>N ... -> N F</c>, and <c>N -> N 1</c>. A view where the memory's order allows.</summary>
internal sealed class Flatten : LayerKind
{
    public override TensorType? Infer(Application application)
    {
        Shape shape = application.Input.Shape;
        return application.Input with { Shape = new Shape([shape[0], shape.ElementsOfSample]) };
    }

    public override Sharing Sharing => Sharing.WhereInOrder;

    public override FormattableString TorchForward(TorchCode code) =>
        code.InputType.Shape.Rank == 1 ? (FormattableString)$"{code.Input}.unsqueeze(1)" : $"{code.Input}.flatten(1)";
}
