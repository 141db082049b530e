using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Groups of channels of each example with mean 0 and variance 1: <c>N C ... -> N C ...</c>.</summary>
internal sealed class GroupNormalization : LayerKind
{
    public override bool ResultMayBeOverwritten => true;

    public override IEnumerable<string> MainArguments(Layer layer) => [Code.Write(layer.Arguments.Integer("groups"))];

    public override void Check(ArgumentCheck check)
    {
        check.AtLeast("groups", 1);
        check.PositiveReal("epsilon");
    }

    public override TensorType? Infer(Application application)
    {
        if (!application.HasRank(3, int.MaxValue, "N C ...", "'LayerNormalization()', or 'Reshape(...)' before it")) return null;
        if (!(application.Arguments.Truth("affine") ? application.HasModelType() : application.Takes(ElementSet.Floating))) return null;
        long groups = application.Arguments.Integer("groups");
        Dim channels = application.Input.Shape[1];
        string task = $"'{application.Name}' ({Name}) divides the channels into {groups} groups";
        if (application.Holds(Condition.Divides(groups, channels), $"{task} of {application.DescribeInput(0)}")) return application.Input;
        return application.RefuseArgument("groups", Rules.NotDivisible, task, $"{application.DescribeInput(0)} has {channels}", $"a number that divides {channels}");
    }

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        if (!layer.Arguments.Truth("affine")) yield break;
        yield return new Weight("weight", inputs[0].Shape[1]);
        yield return new Weight("bias", inputs[0].Shape[1]);
    }

    /// <summary>One for the square of each element, and one for its scale.</summary>
    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => result.Shape.ElementsOfSample * 2;

    public override TorchModule? TorchModule(Layer layer) => layer.Arguments.Truth("affine")
        ? new("GroupNorm", "GroupNorm", $"{Groups(layer)}, {Code.Write(layer.BuiltFor![0].Shape[1])}, eps: {Epsilon(layer)}")
        : null;

    /// <summary>TorchSharp leaves the weights of this module as it finds them in memory.</summary>
    public override IEnumerable<string> TorchInitialization(Layer layer, string module) =>
    [
        $"global::TorchSharp.torch.nn.init.ones_({Code.Parameter(module, "weight")})",
        $"global::TorchSharp.torch.nn.init.zeros_({Code.Parameter(module, "bias")})",
    ];

    public override FormattableString TorchForward(TorchCode code) => code.Arguments.Truth("affine")
        ? $"{code.Module}.call({code.Input})"
        : (FormattableString)$"{Code.Functional}.group_norm({code.Input}, {Groups(code.Layer)}, eps: {Epsilon(code.Layer)})";

    private static string Groups(Layer layer) => Code.Write(layer.Arguments.Integer("groups"));

    private static string Epsilon(Layer layer) => Code.Write(layer.Arguments.Real("epsilon"));
}
