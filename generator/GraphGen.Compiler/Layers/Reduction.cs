using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>One number for all along an axis, or for each example.</summary>
internal abstract class Reduction : LayerKind
{
    public override bool ResultMayBeOverwritten => true;

    protected abstract ElementSet Elements { get; }

    public override IEnumerable<string> MainArguments(Layer layer) =>
        layer.Arguments.OptionalInteger("axis") is { } axis ? [$"axis: {Code.Write(axis)}"] : [];

    public sealed override TensorType? Infer(Application application)
    {
        if (!application.HasRank(2, int.MaxValue, "N ...", "the node itself: each example has one number already") || !application.Takes(Elements)) return null;
        Shape shape = application.Input.Shape;
        if (application.Arguments.Has("axis") && application.ResolveAxisAfterBatch("axis") is null) return null;
        HashSet<int> reduced = [.. Axes(application.Arguments, shape)];
        bool keepDims = application.Arguments.Truth("keepDims");
        var axes = new List<Dim>();
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (!reduced.Contains(axis)) axes.Add(shape[axis]);
            else if (keepDims) axes.Add(Dim.One);
        }

        return new TensorType(new Shape(axes), ResultElement(application.Input.Element));
    }

    protected virtual ElementType ResultElement(ElementType element) => element;

    /// <summary>The arguments of TorchSharp's method for the reduction.</summary>
    protected static string TorchArguments(TorchCode code)
    {
        string axes = Code.Array(Axes(code.Arguments, code.InputType.Shape).Select(axis => (long)axis));
        return code.Arguments.Truth("keepDims") ? $"{axes}, keepdim: true" : axes;
    }

    private static IEnumerable<int> Axes(LayerArguments arguments, Shape shape) =>
        arguments.OptionalInteger("axis") is { } axis ? [shape.Resolve(axis)!.Value] : Enumerable.Range(1, shape.Rank - 1);
}
