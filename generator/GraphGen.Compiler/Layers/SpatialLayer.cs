using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
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

    /// <summary>A size of each axis as a summary shows it: <c>4x4</c>.</summary>
    protected string DescribeSizes(Layer layer, string argument) => string.Join("x", layer.Arguments.RequiredSizes(argument, SpatialAxes).Select(Code.Write));
}
