using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x</c> where it is positive, else <c>slope * x</c>.</summary>
internal sealed class LeakyReLU : Activation
{
    public override IEnumerable<string> MainArguments(Layer layer) => [Slope(layer)];

    public override void Check(ArgumentCheck check) => check.Finite("slope");

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.leaky_relu({Slope(code.Layer)})";

    /// <summary>The sign of a result tells that of the input only where the slope keeps it.</summary>
    public override FormattableString? TorchInPlace(Layer layer, FormattableString input) =>
        layer.Arguments.Real("slope") >= 0 ? (FormattableString)$"{input}.leaky_relu_({Slope(layer)})" : null;

    private static string Slope(Layer layer) => Code.Write(layer.Arguments.Real("slope"));
}
