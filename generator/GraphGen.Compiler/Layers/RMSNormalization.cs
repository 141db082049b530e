using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Each example divided by the root of the mean of its squares over its last axes: <c>N ... F -> N ... F</c>.</summary>
internal sealed class RMSNormalization : LastAxesNormalization
{
    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs) =>
        layer.Arguments.Truth("affine") ? [new Weight("weight", Normalized(layer, inputs[0]).ToEquatableArray())] : [];

    public override TorchModule TorchModule(Layer layer) => layer.Arguments.Truth("affine")
        ? Torch.TorchModule.Own("RMSNormalization", $"{Code.Array(Normalized(layer, layer.BuiltFor![0]))}, {Epsilon(layer)}")
        : Torch.TorchModule.Own("RMSNormalization", $"{Code.Write(layer.Arguments.Integer("axes"))}, {Epsilon(layer)}", takesDevice: false);

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";
}
