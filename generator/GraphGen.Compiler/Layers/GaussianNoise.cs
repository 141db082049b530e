using System.Globalization;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;

namespace GraphGen.Compiler.Layers;

/// <summary>Normal noise added to the elements in training; in evaluation the input itself.</summary>
internal sealed class GaussianNoise : Unary
{
    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Real("stddev").ToString("R", CultureInfo.InvariantCulture)];

    public override void Check(ArgumentCheck check)
    {
        double deviation = check.Arguments.Real("stddev");
        if (!(deviation >= 0) || double.IsInfinity(deviation)) check.Refuse("stddev", Code.Write(deviation), "finite and at least 0");
    }

    public override TorchModule TorchModule(Layer layer) =>
        Torch.TorchModule.Own("GaussianNoise", Code.Write(layer.Arguments.Real("stddev")), takesDevice: false);

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";
}
