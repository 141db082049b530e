using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>The ends of each spatial axis left out. A view.</summary>
internal abstract class Cropping(int axes) : EndsLayer(axes, "cropping")
{
    public sealed override TensorType? Infer(Application application)
    {
        if (!HasSpatialRank(application)) return null;
        Shape shape = application.Input.Shape;
        IReadOnlyList<Ends> cropping = EndsOf(application.Layer);
        for (int i = 0; i < cropping.Count; i++)
        {
            int axis = FirstAxis + i;
            Dim size = shape[axis];
            string expected = $"'{application.Name}' ({Name}) takes {cropping[i].Sum} elements away along axis {axis}";
            if (!application.Holds(Condition.AtLeast(size, cropping[i].Sum + 1), $"{expected} of {application.DescribeInput(0)}"))
            {
                return application.RefuseArgument(
                    EndsArgument,
                    Rules.DoesNotFit,
                    expected,
                    $"{application.DescribeInput(0)} has {size} there",
                    $"at most {size - 1} for both ends of that axis");
            }

            shape = shape.With(axis, size - cropping[i].Sum);
        }

        return application.Input with { Shape = shape };
    }

    public sealed override Sharing Sharing => Sharing.Strided;

    public sealed override FormattableString TorchForward(TorchCode code)
    {
        IReadOnlyList<Ends> cropping = EndsOf(code.Layer);
        FormattableString? result = null;
        foreach (int i in Enumerable.Range(0, SpatialAxes).Where(i => cropping[i].Sum > 0))
        {
            Variable cropped = result is null ? code.Input : code.Step("cropped", result);
            int axis = FirstAxis + i;
            result = $"{cropped}.narrow({axis}, {Code.Write(cropping[i].Before)}, {Code.Write(code.Type.Shape[axis])})";
        }

        return result ?? $"{code.Input}.alias()";
    }
}

/// <summary><c>N C L -> N C L'</c>.</summary>
internal sealed class Cropping1D() : Cropping(1);

/// <summary><c>N C H W -> N C H' W'</c>.</summary>
internal sealed class Cropping2D() : Cropping(2);

/// <summary><c>N C D H W -> N C D' H' W'</c>.</summary>
internal sealed class Cropping3D() : Cropping(3);
