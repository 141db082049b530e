using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The greatest element of each window.</summary>
internal abstract class AdaptiveMaxPooling(int axes) : AdaptivePooling(axes)
{
    protected sealed override string TorchName => "AdaptiveMaxPool";

    protected sealed override ElementSet Elements(Layer layer) => ElementSet.Floating;
}

/// <summary><c>N C L -> N C L'</c>.</summary>
internal sealed class AdaptiveMaxPooling1D() : AdaptiveMaxPooling(1);

/// <summary><c>N C H W -> N C H' W'</c>.</summary>
internal sealed class AdaptiveMaxPooling2D() : AdaptiveMaxPooling(2);

/// <summary><c>N C D H W -> N C D' H' W'</c>. TorchSharp 0.107 pools volumes by libtorch's function for sequences, which refuses them.</summary>
internal sealed class AdaptiveMaxPooling3D() : AdaptiveMaxPooling(3)
{
    public override TorchModule? TorchModule(Layer layer) => null;

    public override FormattableString TorchForward(TorchCode code) =>
        $"global::GraphGen.Runtime.VolumePooling.AdaptiveMax({code.Input}, {string.Join(", ", Output(code.Layer).Select(Code.Write))})";
}
