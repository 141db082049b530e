using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>
/// Where GraphGen refuses what TorchSharp computes, and why: the contract asks for more than libtorch does. A refusal that stands nowhere here is a mistake of the
/// compiler.
/// </summary>
internal static class Stricter
{
    private const string Elementwise =
        "Add Subtract Multiply Divide Average Maximum Minimum Greater GreaterEqual Less LessEqual Equal NotEqual";

    private static readonly (string Rule, string Kinds, Func<DrawnNode, Lane, bool> Applies, string Reason)[] s_reasons =
    [
        (Rules.ArgumentOutOfRange, "*", (node, _) => node.IsWild, "A range is what the documentation says: libtorch has layers of no units and dropout of everything."),
        (
            Rules.Rank,
            "Conv Depthwise Separable MaxPooling AveragePooling SpatialDropout",
            (node, lane) => Rank(node, lane) != int.Parse($"{node.Layer!.Kind.Name.First(char.IsDigit)}", System.Globalization.CultureInfo.InvariantCulture) + 2,
            "libtorch takes one axis fewer as an example without a batch, and drops in any number of axes: here the batch is always there."),
        (Rules.Rank, "Softmax LogSoftmax", (node, lane) => Rank(node, lane) == 1, "The last axis would be the batch, whose examples no layer mixes."),
        (Rules.Rank, "GroupNormalization", (node, lane) => Rank(node, lane) == 2, "A group of numbers without a spatial axis is for LayerNormalization."),
        (Rules.Rank, "BatchNormalization InstanceNormalization", (node, _) => node.Layer!.Field is not null, "A TorchSharp module takes one number of axes."),
        (
            Rules.Disagreement,
            Elementwise,
            (node, lane) => node.Inputs.Any(input => lane[input].Tensor!.dim() != Rank(node, lane)),
            "torch aligns shapes at the last axis, so that the batch of one node would meet another axis of the other."),
        (Rules.Disagreement, Elementwise, StretchesDynamic, "A dynamic axis never stretches, also where it happens to be 1."),
        (Rules.Disagreement, "Use", StretchesWithin, "Nor does one of a nested model, where 1 is what it is applied to."),
        (Rules.Rank, "*", (node, lane) => node.Inputs.Any(input => lane[input].Tensor!.dim() == 0), "A constant has no axes, not even the batch, and stands only beside nodes."),
        (
            Rules.Axis,
            "Mean Sum Max Min ArgMax Norm Concatenate UnitNormalization ExpandDims Stack Squeeze Dot",
            (node, lane) => (node.Layer!["axis"] ?? -1L) is long axis && (axis == 0 || axis == -Rank(node, lane) || axis == -Rank(node, lane) - 1 || (node.Layer.Kind.Name == "Dot" && axis == -lane[node.Inputs[1]].Tensor!.dim())),
            "Along the batch nothing is joined, reduced or inserted."),
        (Rules.ElementType, "Dropout", (node, lane) => lane[node.Inputs[0]].Tensor!.dtype == ScalarType.Bool, "Truth values are not dropped: half of them would be false without it."),
        (Rules.ElementType, "Dropout", (node, _) => node.Layer!["rate"] is 0.0, "Integers are not dropped, also where the rate is 0."),
        (Rules.SharedWeights, "Use", (node, _) => node.Layer!.Field is not null, "A nested model that is shared has one value for each parameter."),
        (Rules.DynamicWeights, "*", (node, lane) => lane.World.Lanes.Any(other => other[node].IsOwn || !other.Reaches(node)), "Weights fit one size: another call fails, or would have."),
    ];

    /// <summary>Whether a rule may refuse a nested model although each call of it here can be computed: by itself it says that its dimensions come with the call.</summary>
    public static bool AllowsWithin(string rule, DrawnModel part) => rule == Rules.DynamicWeights && part.Symbols.Any(symbol => !symbol.IsParameter);

    /// <summary>Whether a node may be refused by a rule although it can be computed.</summary>
    public static bool Allows(string rule, DrawnNode node, Lane lane) => Array.Exists(
        s_reasons,
        reason => reason.Rule == rule && (reason.Kinds == "*" || reason.Kinds.Split(' ').Any(kind => IsOf(node, kind))) && reason.Applies(node, lane));

    /// <summary>Whether an axis of an elementwise function is 1 by the dimensions of this call, and is stretched.</summary>
    public static bool StretchesDynamic(DrawnNode node, Lane lane)
    {
        bool hasDimensions = lane.Sizes.Count > 1;
        if (!hasDimensions || node.IsInput || !Elementwise.Split(' ').Contains(node.Layer!.Kind.Name)) return false;
        long[][] shapes = [.. node.Inputs.Select(input => lane[input].Tensor!.shape)];
        return node.Inputs.Any(input => Enumerable.Range(1, Math.Max((int)lane[input].Tensor!.dim() - 1, 0)).Any(axis =>
            lane[input].Tensor!.size(axis) == 1 &&
            shapes.Any(shape => axis < shape.Length && shape[axis] != 1)));
    }

    /// <summary>Whether a nested model has a dimension that is 1 where it is applied.</summary>
    private static bool StretchesWithin(DrawnNode node, Lane lane) => ((DrawnPart)node.Layer!["model"]!).Model.Inputs.Zip(node.Inputs).Any(pair =>
        pair.First.Shape.Index().Any(size => size.Item.IsSymbol && lane[pair.Second].Tensor!.size(size.Index + 1) == 1));

    private static long Rank(DrawnNode node, Lane lane) => lane[node.Inputs[0]].Tensor!.dim();

    /// <summary>Whether the kind, or that of which there are copies, has a name, or begins with it and goes on with its number of axes.</summary>
    private static bool IsOf(DrawnNode node, string kind)
    {
        DrawnLayer layer = node.Layer!;
        string name = (layer.HasCopies ? layer.GivenLayers.First() : layer).Kind.Name;
        return name == kind || (name.StartsWith(kind, StringComparison.Ordinal) && name[kind.Length..].Any(char.IsDigit));
    }
}
