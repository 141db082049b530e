using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x</c> where it is positive, else <c>weight * x</c>, with one weight for all elements.</summary>
internal sealed class PReLU : Activation
{
    public override TensorType? Infer(Application application) => application.HasModelType() ? application.Input : null;

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs) => [new Weight("weight", 1)];

    public override TorchModule TorchModule(Layer layer) => new("PReLU", "PReLU", "1");

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";
}
