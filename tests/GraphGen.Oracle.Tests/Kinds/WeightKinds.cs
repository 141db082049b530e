using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Nodes that are made of nothing, other types, and products with a weight.</summary>
internal static class WeightKinds
{
    /// <summary>Equations with the letters of the input and of the result that have sizes of their own, and a choice of axes of a bias.</summary>
    private static readonly (string Equation, string Input, string Result, string Bias)[] s_equations =
    [
        ("ab,bc->ac", "ab", "c", "c"),
        ("abc,cd->abd", "abc", "bd", "d"),
        ("abc,bd->adc", "abc", "dc", "dc"),
        ("abc,bcd->ad", "abc", "d", "d"),
        ("abc,cde->abde", "abc", "bde", "de"),
        ("abcd,cde->abe", "abcd", "be", "b"),
        ("abc,bc->abc", "abc", "bc", "b"),
        ("...b,bc->...c", "...b", "c", "c"),
        ("ab...,bc->ac...", "ab...", "c", "c"),
    ];

    public static IReadOnlyList<Kind> List { get; } =
    [
        new("Weight", d => new Application([], [("shape", new Many([.. Enumerable.Range(0, (int)d.Chance.Between(1, 3)).Select(_ => d.Size(1, 4))]))]), MakeWeight),
        new("Constant", d => new Application([], [("value", d.Number(-2, 2))]), c => full([], c.Real("value", 0), c.ModelType)),
        new(
            "Cast",
            d => Drawing.Apply(d.Node(tensor => !tensor.is_complex()), ("type", new Word($"DType.{d.Chance.Of("Float32", "Float32", "Int64", "Int32", "Bool", "Byte", d.IsDouble ? "Bool" : "Float64")}"))),
            c => c.Text("type") == "DType.Float32" ? c.X.to(c.ModelType) : c.X.to(Enum.Parse<ScalarType>(c.Text("type")!["DType.".Length..]))),
        new("EinsumDense", DrawEinsum, Einsum),
    ];

    private static Tensor MakeWeight(Call c)
    {
        Tensor value = c.Weights(weights => weights.Add("value", c.Many("shape")))["value"]!;
        return value.unsqueeze(0).expand([c.Batch, .. value.shape]);
    }

    private static Application? DrawEinsum(Drawing d)
    {
        (string equation, string input, string result, string bias) = d.Chance.Of(s_equations);
        int rank = input.Replace("...", "", StringComparison.Ordinal).Length;
        bool hasDots = input.Contains("...", StringComparison.Ordinal);
        DrawnNode? x = hasDots ? d.OfModel(rank + 1, 5) : d.OfModel(rank, rank);
        long[] sizes = [.. result.Select(letter => input.Contains(letter, StringComparison.Ordinal) ? -1 : d.Whole(1, 4))];
        return Drawing.Apply(
            x,
            ("equation", new Word($"\"{equation}\"")),
            ("outputShape", sizes.Length == 1 ? sizes[0] : sizes),
            ("activation", d.Activation()),
            ("biasAxes", d.Chance.OneIn(2) ? new Word($"\"{bias}\"") : null));
    }

    private static Tensor Einsum(Call c)
    {
        string equation = c.Text("equation")!.Trim('"');
        (_, string input, string result, _) = s_equations.Single(known => known.Equation == equation);
        Refusal.Unless(c.Rank >= 2 && c.X.dtype == c.ModelType && (input.Contains('.', StringComparison.Ordinal) || c.Rank == input.Length), "Letters for the axes.");
        long[] given = c.Sizes("outputShape", result.Length);
        long SizeOf(char letter)
        {
            int at = input.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0) return given[result.IndexOf(letter, StringComparison.Ordinal)];
            return input.StartsWith("...", StringComparison.Ordinal) ? c.X.size(-(input.Length - at)) : c.X.size(at);
        }

        string weightLetters = equation.Split(',')[1].Split("->")[0];
        string resultLetters = equation.Split("->")[1].Replace("...", "", StringComparison.Ordinal);
        string? biasAxes = c.Text("biasAxes")?.Trim('"');
        Refusal.Unless(result.Zip(given).All(pair => pair.Second == -1 || pair.Second == SizeOf(pair.First)), "Another size than that of the input.");
        Weights weights = c.Weights(weights =>
        {
            weights.Add("weight", [.. weightLetters.Select(SizeOf)]);
            if (biasAxes is null) return weights;
            string behind = resultLetters[biasAxes.Min(letter => resultLetters.IndexOf(letter, StringComparison.Ordinal))..];
            long[] shape = [.. behind.Select(letter => biasAxes.Contains(letter, StringComparison.Ordinal) ? SizeOf(letter) : 1)];
            return weights.Add("bias", equation.EndsWith("...", StringComparison.Ordinal) ? [.. shape, .. Enumerable.Repeat(1L, c.Rank - 2)] : shape);
        });
        Tensor product = einsum(equation, c.X, weights["weight"]!);
        return c.Activate(weights["bias"] is { } bias ? product + bias : product);
    }
}
