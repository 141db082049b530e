using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Products with a weight, summed as an equation says: <c>activation(einsum(equation, x, weight) + bias)</c>.</summary>
internal sealed class EinsumDense : LayerKind
{
    /// <summary>The size that is that of the input.</summary>
    private const long OfInput = -1;

    private const string Equation = "equation";

    private const string OutputShape = "outputShape";

    private const string BiasAxes = "biasAxes";

    public override IEnumerable<string> MainArguments(Layer layer) => [Read(layer).ToString()];

    public override void Check(ArgumentCheck check)
    {
        string text = check.Arguments.Text(Equation);
        if (EinsumEquation.Parse(text, out string? fault) is not { } equation)
        {
            check.Refuse(Equation, $"'{text}'", fault!);
            return;
        }

        IReadOnlyList<Dim> sizes = check.Arguments.OneOrMoreDims(OutputShape);
        if (sizes.Count != equation.Sized.Length)
        {
            string letters = equation.Sized.Length == 0 ? "no sizes" : $"{equation.Sized.Length}, for {string.Join(", ", equation.Sized.Select(letter => $"'{letter}'"))}";
            check.Refuse(OutputShape, $"{sizes.Count} {(sizes.Count == 1 ? "size" : "sizes")}", letters);
        }
        else if (equation.Sized.Where((letter, i) => sizes[i].Value == OfInput && !equation.Input.Contains(letter)).ToArray() is [var made, ..])
        {
            check.Refuse(OutputShape, $"{OfInput}", $"at least 1 for '{made}', which the input does not have");
        }
        else
        {
            check.AllPositive(OutputShape, "at least 1, or -1 for that of the input", size => size.Value == OfInput);
        }

        if (check.Arguments.OptionalText(BiasAxes) is not { } biased) return;
        if (biased.FirstOrDefault(letter => !equation.Sized.Contains(letter)) is not '\0' and var other)
            check.Refuse(BiasAxes, $"'{biased}'", equation.Result.Contains(other) ? "without the batch" : $"of axes of the result, which has no '{other}'");
        else if (biased.Length == 0 || biased.Distinct().Count() < biased.Length)
            check.Refuse(BiasAxes, $"'{biased}'", "letters of the result, each once, or null for no bias");
    }

    public override TensorType? Infer(Application application)
    {
        EinsumEquation equation = Read(application.Layer);
        int letters = equation.Input.Length;
        int fewest = equation.IsOpenInFront ? letters + 1 : letters;
        string layout = string.Join(" ", equation.Input.Select(letter => letter.ToString()));
        bool isOpen = equation.IsOpenInFront || equation.IsOpenBehind;
        if (!application.HasRank(fewest, isOpen ? int.MaxValue : letters, equation.IsOpenInFront ? $"... {layout}" : equation.IsOpenBehind ? $"{layout} ..." : layout, "an equation with as many letters, or 'Reshape(...)' before it")) return null;
        if (!application.HasModelType()) return null;
        Shape shape = application.Input.Shape;
        Dim[] sizes = [.. equation.Sized.Select(letter => Size(application.Layer, equation, letter, shape))];
        for (int i = 0; i < sizes.Length; i++)
        {
            char letter = equation.Sized[i];
            if (equation.InputAxis(letter, shape.Rank) is not { } axis) continue;
            string task = $"'{application.Name}' (EinsumDense) makes '{letter}' of {sizes[i]}";
            if (application.Holds(Condition.Equal(shape[axis], sizes[i]), $"{task} from {application.DescribeInput(0)}")) continue;
            return application.RefuseArgument(OutputShape, Rules.Disagreement, task, $"axis {axis} of {application.DescribeInput(0)} is {shape[axis]}", $"-1 for '{letter}', which is that of the input");
        }

        IEnumerable<Dim> front = equation.IsOpenInFront ? shape.Axes.Take(shape.Rank - letters) : [shape[0]];
        return application.Input with { Shape = new Shape([.. front, .. sizes, .. equation.IsOpenBehind ? shape.Axes.Skip(letters) : []]) };
    }

    public override IEnumerable<Weight> Weights(Layer layer, IReadOnlyList<TensorType> inputs)
    {
        yield return new Weight("weight", WeightShape(layer, inputs[0].Shape).ToEquatableArray());
        if (layer.Arguments.Has(BiasAxes)) yield return new Weight("bias", BiasShape(layer, inputs[0].Shape).ToEquatableArray());
    }

    public override Dim? MultiplyAdds(Layer layer, IReadOnlyList<TensorType> inputs, TensorType result) =>
        result.Shape.ElementsOfSample * Summed(layer, inputs[0].Shape);

    public override TorchModule TorchModule(Layer layer)
    {
        Shape input = layer.BuiltFor![0].Shape;
        string bias = layer.Arguments.Has(BiasAxes) ? Code.Array(BiasShape(layer, input)) : "null";
        return Torch.TorchModule.Own("EinsumDense", $"\"{Read(layer)}\", {Code.Array(WeightShape(layer, input))}, {bias}, {Code.Write(Summed(layer, input))}");
    }

    public override FormattableString TorchForward(TorchCode code) => code.Activate($"{code.Module}.call({code.Input})");

    private static EinsumEquation Read(Layer layer) => EinsumEquation.Parse(layer.Arguments.Text(Equation), out _) ?? throw new UnsuitableArgumentException(Equation);

    /// <summary>The size of a letter: as it was given, else that of the input.</summary>
    private static Dim Size(Layer layer, EinsumEquation equation, char letter, Shape input)
    {
        int position = equation.Sized.IndexOf(letter);
        if (position >= 0 && layer.Arguments.OneOrMoreDims(OutputShape)[position] is { Value: not OfInput } given) return given;
        return input[equation.InputAxis(letter, input.Rank)!.Value];
    }

    /// <summary>The products that each number of the result is a sum of.</summary>
    private static Dim Summed(Layer layer, Shape input)
    {
        EinsumEquation equation = Read(layer);
        return equation.Summed.Aggregate(Dim.One, (product, letter) => product * Size(layer, equation, letter, input));
    }

    private static IEnumerable<Dim> WeightShape(Layer layer, Shape input)
    {
        EinsumEquation equation = Read(layer);
        return equation.Weight.Select(letter => Size(layer, equation, letter, input));
    }

    /// <summary>As Keras has it: from its first axis on as many axes as the result, of size 1 where it is the same along an axis.</summary>
    private static IEnumerable<Dim> BiasShape(Layer layer, Shape input)
    {
        EinsumEquation equation = Read(layer);
        string axes = layer.Arguments.Text(BiasAxes);
        int first = equation.Result.IndexOf(equation.Result.First(axes.Contains));
        IEnumerable<Dim> behind = equation.IsOpenBehind ? Enumerable.Repeat(Dim.One, input.Rank - equation.Input.Length) : [];
        return equation.Result.Skip(first).Select(letter => axes.Contains(letter) ? Size(layer, equation, letter, input) : Dim.One).Concat(behind);
    }
}
