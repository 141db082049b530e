using System.Globalization;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A random part of the elements set to 0 in training; in evaluation the input itself.</summary>
internal sealed class Dropout : Unary
{
    public override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Real("rate").ToString("R", CultureInfo.InvariantCulture)];

    public override void Check(ArgumentCheck check) => check.Rate("rate");

    public override TorchModule TorchModule(Layer layer) => new("Dropout", "Dropout", Code.Write(layer.Arguments.Real("rate")), takesDevice: false);

    public override Sharing Sharing => Sharing.WholeInInference;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";
}
