using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A layer that adds or takes away elements at the ends of each spatial axis.</summary>
/// <param name="axes">The number of spatial axes.</param>
/// <param name="ends">The argument that says how many.</param>
internal abstract class EndsLayer(int axes, string ends) : SpatialLayer(axes)
{
    /// <summary>The argument that says how many.</summary>
    protected string EndsArgument { get; } = ends;

    public sealed override IEnumerable<string> MainArguments(Layer layer) => [string.Join("x", EndsOf(layer).Select(ends => ends.ToString()))];

    public sealed override void Check(ArgumentCheck check)
    {
        if (check.Arguments.Named(EndsArgument) == "Same") check.Refuse(EndsArgument, "Padding.Same", "a number of elements: there is no window to go by");
        else check.Ends(EndsArgument, SpatialAxes);
    }

    /// <summary>The elements at the ends of each spatial axis.</summary>
    protected IReadOnlyList<Ends> EndsOf(Layer layer) => layer.Arguments.Ends(EndsArgument, SpatialAxes) ?? [.. Enumerable.Repeat(default(Ends), SpatialAxes)];
}
