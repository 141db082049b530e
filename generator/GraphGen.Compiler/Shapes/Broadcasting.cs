using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Shapes;

/// <summary>
/// The common shape of tensors that are combined element by element. torch aligns shapes at the last axis and stretches axes of size 1; so aligned, the batch
/// of a tensor with fewer axes would meet another axis than the batch, which fails or mixes examples: all must have as many axes.
/// </summary>
internal static class Broadcasting
{
    /// <summary>The common shape of all inputs; null once a problem is reported.</summary>
    public static Shape? CommonShape(Application application)
    {
        for (int i = 1; i < application.Inputs.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Disagreement(application.Inputs[j].Shape, application.Inputs[i].Shape) is not { } disagreement) continue;
                application.Refuse(
                    Rules.Disagreement,
                    $"'{application.Name}' ({application.Layer.Kind.Name}) cannot combine {application.DescribeInput(j)} and {application.DescribeInput(i)}",
                    disagreement,
                    "inputs with as many axes, each of the same size in both, or of size 1 in one");
                return null;
            }
        }

        return application.Inputs.Select(input => input.Shape).Aggregate(Combine);
    }

    /// <summary>The common shape of two that do not disagree.</summary>
    public static Shape Combine(Shape a, Shape b) => new(a.Axes.Zip(b.Axes, (x, y) => x.Value == 1 ? y : x));

    private static string? Disagreement(Shape a, Shape b)
    {
        if (a.Rank != b.Rank) return $"they have {a.Rank} and {b.Rank} axes, so that the batch of the one would meet axis {Math.Abs(a.Rank - b.Rank)} of the other";
        for (int axis = 0; axis < a.Rank; axis++)
        {
            if (a[axis] != b[axis] && a[axis].Value != 1 && b[axis].Value != 1) return $"axis {axis} is {a[axis]} and {b[axis]}";
        }

        return null;
    }
}
