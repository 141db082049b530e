using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The mean of tensors, element by element.</summary>
internal sealed class Average : Merging
{
    /// <summary>Where all are integers the first is converted, and takes the sum along: it cannot overflow.</summary>
    protected override FormattableString Merge(TorchCode code)
    {
        bool areIntegers = code.InputTypes.All(type => type.Element.ToFloating() != type.Element);
        FormattableString sum = areIntegers
            ? SumOf(code, code.Floating(0), code.InputType with { Element = ElementType.Float32 })
            : SumOf(code, code.Input, code.InputType);
        return $"({sum}).div_({code.Inputs.Count})";
    }

    protected override ElementType ResultElement(ElementType common) => common.ToFloating();
}
