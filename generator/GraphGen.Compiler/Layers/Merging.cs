using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A function of the elements of several tensors, which are broadcast.</summary>
internal abstract class Merging : LayerKind
{
    public sealed override int FewestInputs => 2;

    public override int MostInputs => int.MaxValue;

    public sealed override bool ResultMayBeOverwritten => true;

    public sealed override bool TakesNumbers => true;

    /// <summary>The element types that it takes.</summary>
    protected virtual ElementSet Elements => ElementSet.All;

    public sealed override TensorType? Infer(Application application)
    {
        for (int i = 0; i < application.Inputs.Count; i++)
        {
            if (!application.Takes(Elements, i)) return null;
        }

        return Broadcasting.CommonShape(application) is { } shape ? new TensorType(shape, ResultElement(TypePromotion.Common(application.Inputs))) : null;
    }

    public sealed override FormattableString TorchForward(TorchCode code) => code.Promoted(Merge(code));

    /// <summary>The TorchSharp expression for the result, as torch promotes its type.</summary>
    protected abstract FormattableString Merge(TorchCode code);

    /// <summary>The element type of the result.</summary>
    /// <param name="common">The common type of the inputs.</param>
    protected virtual ElementType ResultElement(ElementType common) => common;

    /// <summary>The inputs merged two at a time; what comes between has variables of its own.</summary>
    protected static FormattableString Fold(TorchCode code, Func<Variable, Variable, FormattableString> merge)
    {
        FormattableString result = merge(code.Inputs[0], code.Inputs[1]);
        for (int i = 2; i < code.Inputs.Count; i++) result = merge(code.Step("merged", result), code.Inputs[i]);
        return result;
    }

    /// <summary>The sum of the inputs: once the sum of some has the type of all, the others are added in place, which no gradient minds.</summary>
    /// <param name="code">The application.</param>
    /// <param name="first">The first input, or what it was converted to.</param>
    /// <param name="firstType">Its type.</param>
    protected static FormattableString SumOf(TorchCode code, Variable first, TensorType firstType)
    {
        FormattableString sum = $"{first} + {code.Inputs[1]}";
        bool isOperator = true;
        TensorType type = Add(firstType, code.InputTypes[1]);
        for (int i = 2; i < code.Inputs.Count; i++)
        {
            TensorType next = Add(type, code.InputTypes[i]);
            if (next != type) sum = $"{code.Step("merged", sum)} + {code.Inputs[i]}";
            else sum = isOperator ? (FormattableString)$"({sum}).add_({code.Inputs[i]})" : $"{sum}.add_({code.Inputs[i]})";
            isOperator = next != type;
            type = next;
        }

        return sum;
    }

    private static TensorType Add(TensorType a, TensorType b) => new(Broadcasting.Combine(a.Shape, b.Shape), TypePromotion.Common(a, b));
}
