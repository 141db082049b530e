using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>a / b</c>, element by element.</summary>
internal sealed class Divide : Merging
{
    public override int MostInputs => 2;

    /// <summary>Of integers alone libtorch would make its default type.</summary>
    protected override FormattableString Merge(TorchCode code)
    {
        ElementType common = TypePromotion.Common(code.InputTypes);
        return $"{(common == common.ToFloating() ? code.Input : code.Floating(0))} / {code.Inputs[1]}";
    }

    protected override ElementType ResultElement(ElementType common) => common.ToFloating();
}
