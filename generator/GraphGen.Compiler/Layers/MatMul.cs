using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>A matrix product for each example: <c>N ... I K</c> and <c>N ... K J</c> give <c>N ... I J</c>, whose axes between are broadcast.</summary>
internal sealed class MatMul : MatrixProduct
{
    private const int FewestAxes = 3;

    public override TensorType? Infer(Application application)
    {
        for (int i = 0; i < application.Inputs.Count; i++)
        {
            int rank = application.Inputs[i].Shape.Rank;
            if (rank >= FewestAxes) continue;
            return application.Refuse(
                Rules.Rank,
                $"'{application.Name}' (MatMul) takes {FewestAxes} or more axes (N ... rows columns)",
                $"{application.DescribeInput(i)} has {rank}",
                "'ExpandDims(1)' or 'ExpandDims(-1)' on a vector, or 'Dot' of two");
        }

        (Shape left, Shape right) = (application.Input.Shape, application.Inputs[1].Shape);
        if (!TakesTypes(application) || Broadcasting.CommonShape(application, shape => shape.WithoutLast(2)) is not { } matrices) return null;
        return Agree(application, left.Rank - 1, right.Rank - 2)
            ? application.Input with { Shape = matrices.Append(left[left.Rank - 2]).Append(right[right.Rank - 1]) }
            : null;
    }

    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        result.Shape.ElementsOfSample * inputs[0].Shape[inputs[0].Shape.Rank - 1];

    /// <summary>Of sizes that do not agree, as a module of the user's may make them, TorchSharp's matmul ends the process.</summary>
    public override FormattableString TorchForward(TorchCode code) => code.Type.Shape.Rank == FewestAxes
        ? $"{code.Input}.bmm({code.Inputs[1]})"
        : (FormattableString)$"global::TorchSharp.torch.einsum(\"...ik,...kj->...ij\", {code.Input}, {code.Inputs[1]})";
}
