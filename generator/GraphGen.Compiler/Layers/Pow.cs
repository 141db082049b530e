using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A power of each element: whole powers of integers are integers.</summary>
internal sealed class Pow : Unary
{
    private const string Exponent = "p";

    public override bool ResultMayBeOverwritten => true;

    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Number(Exponent)];

    public override void Check(ArgumentCheck check) => check.Finite(Exponent);

    public override TensorType? Infer(Application application)
    {
        ElementType element = application.Input.Element.WithNumber(application.Arguments.IsWhole(Exponent));
        double exponent = application.Arguments.Real(Exponent);
        if (element.IsInteger() && exponent < 0)
        {
            return application.RefuseArgument(
                Exponent,
                Rules.ElementType,
                $"'{application.Name}' (Pow) takes integers to a power of at least 0",
                $"{application.DescribeInput(0)} has {application.Input.Element}, and the power is {application.Arguments.Number(Exponent)}",
                $"'{application.Arguments.Number(Exponent)}.0', which gives the model's floating type");
        }

        bool fits = element != application.Input.Element || NumberArgument.IsInRange(application, Exponent, exponent, "takes the power");
        return fits ? application.Input with { Element = element } : null;
    }

    public override FormattableString TorchForward(TorchCode code)
    {
        Variable tensor = code.Arguments.IsWhole(Exponent) ? code.Input : code.Floating(0);
        return $"{tensor}.pow({code.Arguments.Number(Exponent)})";
    }
}
