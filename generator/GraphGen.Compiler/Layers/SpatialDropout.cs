using System.Globalization;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A random part of the channels set to 0 in training; in evaluation the input itself.</summary>
internal abstract class SpatialDropout(int axes) : SpatialLayer(axes)
{
    public sealed override IEnumerable<string> MainArguments(Layer layer) => [layer.Arguments.Real("rate").ToString("R", CultureInfo.InvariantCulture)];

    public sealed override void Check(ArgumentCheck check) => check.Rate("rate");

    public sealed override TensorType? Infer(Application application) =>
        HasSpatialRank(application) && application.Takes(ElementSet.Floating) ? application.Input : null;

    public sealed override TorchModule TorchModule(Layer layer)
    {
        string name = $"Dropout{Math.Max(SpatialAxes, 2)}d";
        return new TorchModule(name, name, Code.Write(layer.Arguments.Real("rate")), takesDevice: false);
    }

    public sealed override Sharing Sharing => Sharing.WholeInInference;

    public override FormattableString TorchForward(TorchCode code) => $"{code.Module}.call({code.Input})";
}

/// <summary><c>N C L</c>. TorchSharp's own module goes by way of a picture too, and leaves it to the collector.</summary>
internal sealed class SpatialDropout1D() : SpatialDropout(1)
{
    public override FormattableString TorchForward(TorchCode code) =>
        $"{code.Step("dropped", $"{code.Module}.call({code.Step("picture", $"{code.Input}.unsqueeze(-1)")})")}.squeeze(-1)";
}

/// <summary><c>N C H W</c>.</summary>
internal sealed class SpatialDropout2D() : SpatialDropout(2);

/// <summary><c>N C D H W</c>.</summary>
internal sealed class SpatialDropout3D() : SpatialDropout(3);
