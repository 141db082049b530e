using System.Globalization;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>A random part of the elements set to the value that SELU falls to, with mean and variance kept; in evaluation the input itself.</summary>
internal sealed class AlphaDropout : Unary
{
    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Real("rate").ToString("R", CultureInfo.InvariantCulture)];

    public override void Check(ArgumentCheck check) => check.Rate("rate");

    public override TorchModule TorchModule(Layer layer) => new("AlphaDropout", "AlphaDropout", Code.Write(layer.Arguments.Real("rate")), takesDevice: false);

    public override Sharing Sharing => Sharing.WholeInInference;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";
}
