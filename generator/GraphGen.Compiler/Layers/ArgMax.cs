using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The position of the largest along an axis, or in each example as one row of numbers.</summary>
internal sealed class ArgMax : Reduction
{
    protected override ElementSet Elements => ElementSet.Real;

    public override FormattableString TorchForward(TorchCode code)
    {
        string keep = code.Arguments.Truth("keepDims") ? ", keepdim: true" : "";
        if (code.Arguments.OptionalInteger("axis") is { } axis) return $"{code.Input}.argmax({Code.Write(axis)}{keep})";
        int rank = code.InputType.Shape.Rank;
        if (rank == 2) return $"{code.Input}.argmax(1{keep})";
        FormattableString position = $"{code.Step("flat", $"{code.Input}.flatten(1)")}.argmax(1)";
        if (!code.Arguments.Truth("keepDims")) return position;
        return $"{code.Step("position", position)}.reshape({string.Join(", ", Enumerable.Repeat("1", rank - 1).Prepend("-1"))})";
    }

    protected override ElementType ResultElement(ElementType element) => ElementType.Int64;
}
