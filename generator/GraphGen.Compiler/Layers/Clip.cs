using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>What is below a least number made that, and what is above a greatest one that.</summary>
internal sealed class Clip : LayerKind
{
    private const string Least = "min";

    private const string Greatest = "max";

    public override bool ResultMayBeOverwritten => true;

    public override bool IsPointwise => true;

    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Number(Least), layer.Arguments.Number(Greatest)];

    public override void Check(ArgumentCheck check)
    {
        double least = check.Arguments.Real(Least);
        double greatest = check.Arguments.Real(Greatest);
        if (double.IsNaN(least)) check.Refuse(Least, "NaN", "a number");
        else if (!(greatest >= least)) check.Refuse(Greatest, check.Arguments.Number(Greatest), $"at least {check.Arguments.Number(Least)}");
    }

    public override TensorType? Infer(Application application)
    {
        if (!application.Takes(ElementSet.BoolOrReal)) return null;
        ElementType element = application.Input.Element.WithNumber(AreWhole(application.Arguments));
        bool fits = element != application.Input.Element || new[] { Least, Greatest }.All(bound => NumberArgument.IsInRange(application, bound, application.Arguments.Real(bound), "clips at"));
        return fits ? application.Input with { Element = element } : null;
    }

    public override FormattableString TorchForward(TorchCode code)
    {
        Variable tensor = AreWhole(code.Arguments) ? code.Input : code.Floating(0);
        return $"{tensor}.clamp({code.Arguments.Number(Least)}, {code.Arguments.Number(Greatest)})";
    }

    private static bool AreWhole(LayerArguments arguments) => arguments.IsWhole(Least) && arguments.IsWhole(Greatest);
}
