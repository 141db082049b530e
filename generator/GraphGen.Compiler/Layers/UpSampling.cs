using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>So many elements for each along every spatial axis.</summary>
internal abstract class UpSampling(int axes) : SpatialLayer(axes)
{
    private static readonly string[] s_linear = ["Linear", "Bilinear", "Trilinear"];

    public sealed override bool ResultMayBeOverwritten => true;

    public sealed override IEnumerable<string> MainArguments(Layer layer)
    {
        yield return DescribeSizes(layer, "size");
        if (Interpolation(layer) != "Nearest") yield return Interpolation(layer);
    }

    public sealed override void Check(ArgumentCheck check)
    {
        check.Sizes("size", SpatialAxes, least: 1);
        if (Interpolation(check.Layer) == "Bicubic" && SpatialAxes != 2) check.Refuse("interpolation", "Bicubic", "Nearest or Linear: torch has cubics for pictures alone");
    }

    public sealed override TensorType? Infer(Application application)
    {
        if (!HasSpatialRank(application) || !TakesElements(application)) return null;
        Shape shape = application.Input.Shape;
        IReadOnlyList<long> factors = Factors(application.Layer);
        for (int i = 0; i < factors.Count; i++) shape = shape.With(FirstAxis + i, shape[FirstAxis + i] * factors[i]);
        return application.Input with { Shape = shape };
    }

    /// <summary>Each element a weighted mean of two along each axis, or of four; of the nearest it is a copy.</summary>
    public sealed override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) => Interpolation(layer) switch
    {
        "Nearest" => Dim.Zero,
        "Linear" => result.Shape.ElementsOfSample * (1L << SpatialAxes),
        _ => result.Shape.ElementsOfSample * 16,
    };

    public sealed override FormattableString TorchForward(TorchCode code)
    {
        string factors = string.Join(", ", Factors(code.Layer).Select(factor => Code.Write((double)factor)));
        string interpolation = Interpolation(code.Layer);
        string mode = interpolation == "Linear" ? s_linear[SpatialAxes - 1] : interpolation;
        string corners = interpolation == "Nearest" ? "" : ", align_corners: false";
        return $"{Code.Functional}.interpolate({code.Input}, scale_factor: new double[] {{ {factors} }}, mode: global::TorchSharp.torch.InterpolationMode.{mode}{corners})";
    }

    /// <summary>Refuses unless libtorch interpolates elements of the input's type: bytes only where it has that of pictures.</summary>
    private bool TakesElements(Application application) =>
        (application.Input.Element == ElementType.Byte && (SpatialAxes == 2 || Interpolation(application.Layer) == "Nearest")) || application.Takes(ElementSet.Floating);

    private static string Interpolation(Layer layer) => layer.Arguments.Named("interpolation") ?? "Nearest";

    private IReadOnlyList<long> Factors(Layer layer) => layer.Arguments.RequiredSizes("size", SpatialAxes);
}

/// <summary><c>N C L -> N C size·L</c>.</summary>
internal sealed class UpSampling1D() : UpSampling(1);

/// <summary><c>N C H W -> N C Sh·H Sw·W</c>.</summary>
internal sealed class UpSampling2D() : UpSampling(2);

/// <summary><c>N C D H W -> N C Sd·D Sh·H Sw·W</c>.</summary>
internal sealed class UpSampling3D() : UpSampling(3);
