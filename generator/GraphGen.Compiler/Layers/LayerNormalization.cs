using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Each example with mean 0 and variance 1 over its last axes: <c>N ... F -> N ... F</c>.</summary>
internal sealed class LayerNormalization : LastAxesNormalization
{
    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        if (!layer.Arguments.Truth("affine")) yield break;
        Dim[] normalized = [.. Normalized(layer, inputs[0])];
        yield return new Weight("weight", normalized);
        yield return new Weight("bias", normalized);
    }

    public override TorchModule? TorchModule(Layer layer) => layer.Arguments.Truth("affine")
        ? new("LayerNorm", "LayerNorm", $"{Code.Array(Normalized(layer, layer.BuiltFor![0]))}, eps: {Epsilon(layer)}")
        : null;

    public override FormattableString TorchForward(TorchCode code) => code.Arguments.Truth("affine")
        ? $"{code.Module}.call({code.Input})"
        : (FormattableString)$"{Code.Functional}.layer_norm({code.Input}, {Code.Array(Normalized(code.Layer, code.InputType))}, eps: {Epsilon(code.Layer)})";
}
