using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A function of one tensor that keeps its shape.</summary>
internal abstract class Unary : LayerKind
{
    public override bool IsPointwise => true;

    public override bool TakesNumbers => true;

    public override TensorType? Infer(Application application) =>
        application.Takes(Elements) ? application.Input with { Element = ResultElement(application.Input.Element) } : null;

    /// <summary>The element types that it takes.</summary>
    protected virtual ElementSet Elements => ElementSet.Floating;

    /// <summary>The element type of the result.</summary>
    protected virtual ElementType ResultElement(ElementType element) => element;
}
