using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The Euclidean norm along an axis, or of each example; that of complex numbers is real. Its gradient needs the result.</summary>
internal sealed class Norm : Reduction
{
    public override bool ResultMayBeOverwritten => false;

    protected override ElementSet Elements => ElementSet.FloatingOrComplex;

    /// <summary>Single precision is the model's type, whichever that is.</summary>
    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => inputs[0].Shape.ElementsOfSample;

    public override FormattableString TorchForward(TorchCode code)
    {
        FormattableString norm = $"global::TorchSharp.torch.linalg.vector_norm({code.Input}, 2, {TorchArguments(code)})";
        return code.InputType.Element == ElementType.ComplexFloat32 ? $"{norm}.to({code.ModelType}, disposeAfter: true)" : norm;
    }

    protected override ElementType ResultElement(ElementType element) => element.ToReal();
}
