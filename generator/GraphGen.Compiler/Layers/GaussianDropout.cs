using System.Globalization;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>The elements multiplied by normal noise around 1 in training; in evaluation the input itself.</summary>
internal sealed class GaussianDropout : Unary
{
    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Real("rate").ToString("R", CultureInfo.InvariantCulture)];

    public override void Check(ArgumentCheck check) => check.Rate("rate");

    public override TorchModule TorchModule(Layer layer) => Torch.TorchModule.Own("GaussianDropout", Code.Write(layer.Arguments.Real("rate")), takesDevice: false);

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";
}
