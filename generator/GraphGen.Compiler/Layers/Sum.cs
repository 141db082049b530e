using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The sum along an axis, or of each example.</summary>
internal sealed class Sum : Reduction
{
    protected override ElementSet Elements => ElementSet.All;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.sum({TorchArguments(code)})";

    protected override ElementType ResultElement(ElementType element) => element.ToSum();
}
