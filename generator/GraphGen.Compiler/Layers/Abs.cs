using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The absolute value; that of a complex number is real.</summary>
internal sealed class Abs : Unary
{
    public override bool ResultMayBeOverwritten => true;

    /// <summary>Single precision is the model's type, whichever that is.</summary>
    public override FormattableString TorchForward(TorchCode code) => code.InputType.Element == ElementType.ComplexFloat32
        ? $"{code.Input}.abs().to({code.ModelType}, disposeAfter: true)"
        : (FormattableString)$"{code.Input}.abs()";

    protected override ElementSet Elements => ElementSet.Number;

    protected override ElementType ResultElement(ElementType element) => element.ToReal();
}
