using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary><c>x</c> where it is positive, else <c>alpha * (exp(x) - 1)</c>.</summary>
internal sealed class ELU : Activation
{
    public override IEnumerable<string> MainArguments(Layer layer) => [Alpha(layer)];

    public override void Check(ArgumentCheck check) => check.Finite("alpha");

    public override FormattableString TorchForward(TorchCode code) => $"{code.Input}.elu({Alpha(code.Layer)})";

    /// <summary>The sign of a result tells that of the input only where alpha keeps it. TorchSharp's overload of one argument does not overwrite.</summary>
    public override FormattableString? TorchInPlace(Layer layer, FormattableString input) =>
        layer.Arguments.Real("alpha") >= 0 ? (FormattableString)$"{input}.elu_({Alpha(layer)}, 1.0, 1.0)" : null;

    private static string Alpha(Layer layer) => Code.Write(layer.Arguments.Real("alpha"));
}
