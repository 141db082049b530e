using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Attention by the scores <c>Σ scale · tanh(q + k)</c>.</summary>
internal sealed class AdditiveAttention : AttentionLayer
{
    public override bool ResultMayBeOverwritten => true;

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs) => [new Weight("scale", FeaturesOf(inputs[0]))];

    public override TorchModule TorchModule(Layer layer) => Torch.TorchModule.Own(Name, Code.Write(FeaturesOf(layer.BuiltFor![0])));
}
