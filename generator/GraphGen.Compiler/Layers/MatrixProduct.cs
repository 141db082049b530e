using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Sums of products of the elements of two tensors along an axis of each, example by example. torch promotes no types there.</summary>
internal abstract class MatrixProduct : LayerKind
{
    public sealed override int FewestInputs => 2;

    public sealed override int MostInputs => 2;

    /// <summary>Whether both inputs have the same element type, of numbers; refused otherwise.</summary>
    protected bool TakesTypes(Application application)
    {
        if (!application.Takes(ElementSet.Number)) return false;
        if (application.Inputs[1].Element == application.Input.Element) return true;
        application.Refuse(
            Rules.ElementType,
            $"'{application.Name}' ({Name}) takes two nodes of one element type",
            $"{application.DescribeInput(0)} has {application.Input.Element}, and {application.DescribeInput(1)} {application.Inputs[1].Element}",
            $"'Cast(DType.{application.Input.Element})' on {application.InputName(1)}");
        return false;
    }

    /// <summary>Whether the axes that are summed along have the same size; refused where they cannot.</summary>
    protected bool Agree(Application application, int axis, int otherAxis)
    {
        (Dim size, Dim other) = (application.Input.Shape[axis], application.Inputs[1].Shape[otherAxis]);
        string products = $"products along axis {axis} of {application.DescribeInput(0)} and axis {otherAxis} of {application.DescribeInput(1)}";
        if (application.Holds(Condition.Equal(size, other), $"'{application.Name}' ({Name}) sums {products}")) return true;
        application.Refuse(
            Rules.Disagreement,
            $"'{application.Name}' ({Name}) cannot sum {products}",
            $"they are {size} and {other}",
            "'Permute(...)' on one, or layers before them that make equal sizes");
        return false;
    }
}
