using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A function of one floating tensor that keeps its shape.</summary>
internal abstract class Activation : LayerKind
{
    public sealed override bool ResultMayBeOverwritten => false;

    public override TensorType? Infer(Application application) => application.HasFloatingType() ? application.Input : null;

    /// <summary>
    /// The function that overwrites its input, where libtorch has one whose gradient needs its result alone; else null. The expression becomes the one owner of
    /// the tensor.
    /// </summary>
    public virtual FormattableString? TorchInPlace(Layer layer, FormattableString input) => null;
}
