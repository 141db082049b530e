using GraphGen.Compiler.Graphs;

namespace GraphGen.Compiler.Layers;

/// <summary>A function of one tensor that keeps its shape, and that layers take as their activation.</summary>
internal abstract class Activation : Unary
{
    public sealed override bool ResultMayBeOverwritten => false;

    /// <summary>
    /// Whether the activation of the greatest of some numbers is the greatest of their activations, with the same gradient: it never falls, and where it is level
    /// its gradient is zero.
    /// </summary>
    public virtual bool CommutesWithMaximum => false;

    /// <summary>
    /// The function that overwrites its input, where libtorch has one whose gradient needs its result alone; else null. The expression becomes the one owner of
    /// the tensor.
    /// </summary>
    public virtual FormattableString? TorchInPlace(Layer layer, FormattableString input) => null;
}
