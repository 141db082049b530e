using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A comparison of two tensors, which are broadcast, or of a tensor with a number: true or false, element by element.</summary>
internal abstract class Comparing : LayerKind
{
    private const string Number = "number";

    public sealed override int MostInputs => 2;

    public sealed override bool TakesNumbers => true;

    /// <summary>The element types that it takes.</summary>
    protected virtual ElementSet Elements => ElementSet.BoolOrReal;

    /// <summary>The TorchSharp method.</summary>
    protected abstract string TorchMethod { get; }

    /// <summary>The TorchSharp method that compares the other way round.</summary>
    protected abstract string TorchMirrored { get; }

    public sealed override IEnumerable<string> MainArguments(Layer layer) => layer.Arguments.Has(Number) ? [layer.Arguments.Number(Number)] : [];

    public sealed override TensorType? Infer(Application application)
    {
        for (int i = 0; i < application.Inputs.Count; i++)
        {
            if (!application.Takes(Elements, i)) return null;
        }

        if (application.Arguments.Has(Number))
        {
            bool fits = !application.Arguments.IsWhole(Number) || NumberArgument.IsInRange(application, Number, application.Arguments.Real(Number), "compares with");
            return fits ? application.Input with { Element = ElementType.Bool } : null;
        }

        return Broadcasting.CommonShape(application) is { } shape ? new TensorType(shape, ElementType.Bool) : null;
    }

    public sealed override FormattableString TorchForward(TorchCode code)
    {
        if (!code.Arguments.Has(Number)) return $"{code.Input}.{TorchMethod}({code.Inputs[1]})";
        bool isFirst = code.Arguments.Has("numberFirst") && code.Arguments.Truth("numberFirst");
        return $"{code.Input}.{(isFirst ? TorchMirrored : TorchMethod)}({code.Arguments.Number(Number)})";
    }
}
