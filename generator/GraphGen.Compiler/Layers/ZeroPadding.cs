using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Zeros at the ends of each spatial axis.</summary>
internal abstract class ZeroPadding(int axes) : EndsLayer(axes, "padding")
{
    public sealed override bool ResultMayBeOverwritten => true;

    public sealed override TensorType? Infer(Application application)
    {
        if (!HasSpatialRank(application)) return null;
        Shape shape = application.Input.Shape;
        IReadOnlyList<Ends> padding = EndsOf(application.Layer);
        for (int i = 0; i < padding.Count; i++) shape = shape.With(FirstAxis + i, shape[FirstAxis + i] + padding[i].Sum);
        return application.Input with { Shape = shape };
    }

    public sealed override FormattableString TorchForward(TorchCode code) =>
        $"{Code.Functional}.pad({code.Input}, {Code.Array(EndsOf(code.Layer).Reverse().SelectMany(ends => new[] { ends.Before, ends.After }))})";
}

/// <summary><c>N C L -> N C L'</c>.</summary>
internal sealed class ZeroPadding1D() : ZeroPadding(1);

/// <summary><c>N C H W -> N C H' W'</c>.</summary>
internal sealed class ZeroPadding2D() : ZeroPadding(2);

/// <summary><c>N C D H W -> N C D' H' W'</c>.</summary>
internal sealed class ZeroPadding3D() : ZeroPadding(3);
