using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A layer of channels along one, two or three axes: sequences, pictures or volumes.</summary>
/// <param name="axes">The number of spatial axes.</param>
internal abstract class SpatialLayer(int axes) : LayerKind
{
    /// <summary>The first spatial axis, behind the batch and the channels.</summary>
    protected const int FirstAxis = 2;

    private static readonly string[][] s_names = [["length"], ["height", "width"], ["depth", "height", "width"]];

    /// <summary>The number of spatial axes.</summary>
    protected int SpatialAxes { get; } = axes;

    /// <summary>The spatial axes' positions in the shape.</summary>
    protected IEnumerable<long> Positions => Enumerable.Range(FirstAxis, SpatialAxes).Select(axis => (long)axis);

    /// <summary>Refuses unless the input has the batch, the channels and the spatial axes.</summary>
    protected bool HasSpatialRank(Application application)
    {
        int rank = FirstAxis + SpatialAxes;
        string[] names = s_names[SpatialAxes - 1];
        string layout = string.Join(" ", names.Select(name => name.Substring(0, 1).ToUpperInvariant()).Prepend("N C"));
        string reshape = $"'Reshape(channels, {string.Join(", ", names)})' before it";
        int other = application.Input.Shape.Rank - FirstAxis;
        string sibling = other >= 1 && other <= s_names.Length ? $"'{Name.Replace($"{SpatialAxes}D", $"{other}D")}', or " : "";
        return application.HasRank(rank, rank, layout, sibling + reshape);
    }

    /// <summary>Refuses unless the argument <c>groups</c> divides the channels of the input, and the filters.</summary>
    protected bool HasGroups(Application application)
    {
        long groups = application.Arguments.Integer("groups");
        Dim channels = application.Input.Shape[1];
        Dim filters = application.Arguments.Dim("filters");
        string expected = $"'{application.Name}' ({Name}) divides channels and filters into {groups} groups of equal size";
        bool dividesChannels = application.Holds(Condition.Divides(groups, channels), $"{expected}, the channels of {application.DescribeInput(0)}");
        if (dividesChannels && application.Holds(Condition.Divides(groups, filters), $"{expected}, {filters} filters")) return true;
        application.RefuseArgument(
            "groups",
            Rules.NotDivisible,
            expected,
            dividesChannels ? $"it has {filters} filters" : $"{application.DescribeInput(0)} has {channels} channels",
            $"a divisor of both {channels} and {filters}");
        return false;
    }

    /// <summary>An argument of a TorchSharp factory that gives a size of each axis; left out where all are the default.</summary>
    protected static IEnumerable<string> SizeUnlessDefault(string name, IEnumerable<Dim> sizes, Dim otherwise) =>
        sizes.Any(size => size != otherwise) ? [$"{name}: {Code.Tuple([.. sizes])}"] : [];

    /// <summary>A size of each axis as a summary shows it: <c>4x4</c>.</summary>
    protected string DescribeSizes(Layer layer, string argument) => string.Join("x", (layer.Arguments.SizesOrParameters(argument, SpatialAxes) ?? []).Select(size => size.ToString()));
}
