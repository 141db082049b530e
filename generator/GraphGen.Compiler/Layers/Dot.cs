using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Dot products along an axis of each of two tensors: <c>N F</c> and <c>N F</c> give <c>N 1</c>, and along 1 <c>N K A</c> and <c>N K B</c> give <c>N A B</c>.</summary>
internal sealed class Dot : MatrixProduct
{
    /// <summary>Every axis has a letter in the equation.</summary>
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public override IEnumerable<string> MainArguments(Layer layer)
    {
        if (layer.Arguments.Integer("axis") is not -1 and var axis) yield return $"axis: {Code.Write(axis)}";
        if (layer.Arguments.Truth("normalize")) yield return "normalize: true";
    }

    public override TensorType? Infer(Application application)
    {
        if (!TakesTypes(application)) return null;
        if (application.Arguments.Truth("normalize") && !application.Takes(ElementSet.FloatingOrComplex)) return null;
        if (application.ResolveAxisAfterBatch("axis") is not { } axis || application.ResolveAxisAfterBatch("axis", input: 1) is not { } other) return null;
        (Shape a, Shape b) = (application.Input.Shape, application.Inputs[1].Shape);
        if (a.Rank + b.Rank > Letters.Length)
        {
            return application.Refuse(
                Rules.Rank,
                $"'{application.Name}' (Dot) takes {Letters.Length} axes in all",
                $"{application.InputName(0)} has {a.Rank}, and {application.InputName(1)} {b.Rank}",
                "'Flatten()' before it");
        }

        if (!Agree(application, axis, other)) return null;
        Dim[] kept = [.. a.Without(axis).Axes.Concat(b.Without(other).Axes.Skip(1))];
        return application.Input with { Shape = new Shape(kept.Length > 1 ? kept : kept.Append(Dim.One)) };
    }

    /// <summary>Those of the sums; to normalize is to divide element by element.</summary>
    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        result.Shape.ElementsOfSample * inputs[0].Shape[inputs[0].Shape.Resolve(layer.Arguments.Integer("axis"))!.Value];

    public override FormattableString TorchForward(TorchCode code)
    {
        long axis = code.Arguments.Integer("axis");
        Variable[] inputs = code.Arguments.Truth("normalize")
            ? [.. code.Inputs.Select(input => code.Step("unit", $"{Code.Functional}.normalize({input}, 2, {Code.Write(axis)})"))]
            : [.. code.Inputs];
        (Shape a, Shape b) = (code.InputType.Shape, code.InputTypes[1].Shape);
        (int summed, int other) = (a.Resolve(axis)!.Value, b.Resolve(axis)!.Value);
        string left = Letters.Substring(0, a.Rank);
        char batch = left[0];
        char common = left[summed];
        string free = Letters.Substring(a.Rank, b.Rank - 2);
        string right = (batch + free).Insert(other, common.ToString());
        FormattableString product = $"global::TorchSharp.torch.einsum(\"{left},{right}->{left.Remove(summed, 1)}{free}\", {inputs[0]}, {inputs[1]})";
        return left.Length + free.Length > 2 ? product : $"{code.Step("dot", product)}.unsqueeze(1)";
    }
}
