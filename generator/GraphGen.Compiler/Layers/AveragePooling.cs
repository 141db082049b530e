using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The mean of each window. Padding counts where it was asked for by number, as in torch, and does not where it was not, as in Keras.</summary>
internal abstract class AveragePooling(int axes) : Pooling(axes)
{
    protected sealed override string TorchName => "AvgPool";

    protected sealed override string TorchFunction => "avg_pool";

    protected sealed override string TorchSame => ", count_include_pad: false";

    /// <summary>The floating types that libtorch averages.</summary>
    protected virtual IEnumerable<ElementType> FloatingTypes => [ElementType.Float32, ElementType.Float64, ElementType.Float16, ElementType.BFloat16];

    protected sealed override bool TakesElements(Application application)
    {
        ElementType element = application.Input.Element;
        if (element == ElementType.Int64 || FloatingTypes.Contains(element)) return true;
        application.Refuse(
            Rules.ElementType,
            $"'{application.Name}' ({Name}) takes {string.Join(", ", FloatingTypes)} and {ElementType.Int64}",
            $"{application.DescribeInput(0)} has {element}",
            "an input of the model's floating type: 'Input(...)' without a DType");
        return false;
    }
}

/// <summary><c>N C L -> N C L'</c>.</summary>
internal sealed class AveragePooling1D() : AveragePooling(1);

/// <summary><c>N C H W -> N C H' W'</c>.</summary>
internal sealed class AveragePooling2D() : AveragePooling(2);

/// <summary>
/// <c>N C D H W -> N C D' H' W'</c>. libtorch averages neither half-precision volumes nor any by a window that is larger, whatever the padding.
/// </summary>
internal sealed class AveragePooling3D() : AveragePooling(3)
{
    protected override IEnumerable<ElementType> FloatingTypes => [ElementType.Float32, ElementType.Float64];

    protected override long? PaddingThatCounts(Window window) => 0;
}
