using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>An activation along the last axis, which must not be the batch.</summary>
internal abstract class LastAxisActivation : Activation
{
    public sealed override TensorType? Infer(Application application) =>
        application.HasRank(2, int.MaxValue, "N ... C", "an input with an axis after the batch") ? base.Infer(application) : null;
}
