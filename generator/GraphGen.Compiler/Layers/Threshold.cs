using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x</c> where it is above <c>value</c>, else 0.</summary>
internal sealed class Threshold : Activation
{
    public override IEnumerable<string> MainArguments(Layer layer) => [Code.Write(layer.Arguments.Real("value"))];

    public override void Check(ArgumentCheck check) => check.Finite("value");

    public override TensorType? Infer(Application application)
    {
        double value = Math.Floor(application.Arguments.Real("value"));
        if (base.Infer(application) is not { } type) return null;
        return !type.Element.IsInteger() || NumberArgument.IsInRange(application, "value", value, "compares with") ? type : null;
    }

    /// <summary>libtorch converts the value to the type of the tensor: of integers, those above it are those above the next integer below.</summary>
    public override FormattableString TorchForward(TorchCode code)
    {
        double value = code.Arguments.Real("value");
        return code.InputType.Element.IsInteger()
            ? $"{code.Input}.threshold({Code.Write((long)Math.Floor(value))}, 0)"
            : (FormattableString)$"{code.Input}.threshold({Code.Write(value)}, 0.0)";
    }

    protected override ElementSet Elements => ElementSet.Real;
}
