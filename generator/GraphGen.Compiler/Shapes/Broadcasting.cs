using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Shapes;

/// <summary>
/// The common shape of tensors that are combined element by element. torch aligns shapes at the last axis and stretches axes of size 1; so aligned, the batch
/// of a tensor with fewer axes would meet another axis than the batch, which fails or mixes examples: all must have as many axes, except for single numbers.
/// </summary>
/// <remarks>
/// Only a size that is the number 1 stretches. One that is not known at build does not, though it may turn out to be 1: the shape of the result would be another
/// then. It must equal the other size, which is checked when the model runs.
/// </remarks>
internal static class Broadcasting
{
    /// <summary>The common shape of all inputs; null once a problem is reported.</summary>
    public static Shape? CommonShape(Application application) => CommonShape(application, shape => shape);

    /// <summary>The common shape of the part of all inputs that is combined so; null once a problem is reported.</summary>
    public static Shape? CommonShape(Application application, Func<Shape, Shape> part)
    {
        Shape[] shapes = [.. application.Inputs.Select(input => part(input.Shape))];
        for (int i = 1; i < shapes.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Disagreement(application, shapes, j, i) is not { } disagreement) continue;
                application.Refuse(
                    Rules.Disagreement,
                    $"'{application.Name}' ({application.Layer.Kind.Name}) cannot combine {application.DescribeInput(j)} and {application.DescribeInput(i)}",
                    disagreement,
                    "inputs with as many axes, each of the same size in both, or of size 1 in one");
                return null;
            }
        }

        return shapes.Aggregate(Combine);
    }

    /// <summary>The common shape of two that do not disagree.</summary>
    public static Shape Combine(Shape a, Shape b) => a.Rank == 0 ? b : b.Rank == 0 ? a : new(a.Axes.Zip(b.Axes, Combine));

    /// <summary>Of two sizes that are equal or of which one stretches the one that says more.</summary>
    private static Dim Combine(Dim a, Dim b) => a.Value == 1 || (a.Value is null && b.Value is not (null or 1)) ? b : a;

    private static string? Disagreement(Application application, Shape[] shapes, int first, int second)
    {
        (Shape a, Shape b) = (shapes[first], shapes[second]);
        if (a.Rank == 0 || b.Rank == 0) return null;
        if (a.Rank != b.Rank)
        {
            (int left, int right) = (application.Inputs[first].Shape.Rank, application.Inputs[second].Shape.Rank);
            return $"they have {left} and {right} axes, so that the batch of the one would meet axis {Math.Abs(left - right)} of the other";
        }

        for (int axis = 0; axis < a.Rank; axis++)
        {
            if (a[axis].Value == 1 || b[axis].Value == 1) continue;
            string reason = $"'{application.Name}' ({application.Layer.Kind.Name}) combines {application.DescribeInput(first)} and {application.DescribeInput(second)}";
            if (!application.Holds(Condition.Equal(a[axis], b[axis]), reason)) return $"axis {axis} is {a[axis]} and {b[axis]}";
        }

        return null;
    }
}
