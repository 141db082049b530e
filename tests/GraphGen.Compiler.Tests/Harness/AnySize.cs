using System.Globalization;
using System.Numerics;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Shapes;
using TorchSharp;

namespace GraphGen.Compiler.Tests;

/// <summary>The same question of sizes that the build does not know: what a rule says of symbols must be true of each of their values.</summary>
internal static class AnySize
{
    /// <summary>
    /// As <see cref="Oracle.Agree(string, Arguments, TensorType, Func{torch.Tensor, torch.Tensor})"/>; and where the channels are a parameter and all other
    /// axes dynamic, the conditions that the rule leaves open decide at these sizes as libtorch does, and shapes and weights are those of these sizes.
    /// </summary>
    /// <param name="kind">The layer's name in the declaration language.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">The type of its input.</param>
    /// <param name="layer">The same layer in TorchSharp, applied to zeros of these types.</param>
    public static void Agree(string kind, Arguments arguments, TensorType input, Func<torch.Tensor, torch.Tensor> layer)
    {
        Oracle.Agree(kind, arguments, input, layer);
        Outcome known = Rule.Infer(kind, arguments, input);

        // By its size alone; as the only value of a symbol; as a multiple; and one of the axes only.
        AgreeOf(kind, arguments, input, known, (name, size) => new DimSymbol(name, Kind(name)));
        AgreeOf(kind, arguments, input, known, (name, size) => new DimSymbol(name, Kind(name), size, size));
        AgreeOf(kind, arguments, input, known, (name, size) => new DimSymbol(name, Kind(name), MultipleOf: size));
        AgreeOf(kind, arguments, input, known, (name, size) => name == "S2" ? new DimSymbol(name, Kind(name), Max: size + 1) : null);
    }

    private static SymbolKind Kind(string name) => name == "S1" ? SymbolKind.Parameter : SymbolKind.Dynamic;

    private static void AgreeOf(string kind, Arguments arguments, TensorType input, Outcome known, Func<string, long, DimSymbol?> symbolOf)
    {
        var values = new Dictionary<DimSymbol, long>();
        Dim Replace(Dim size, int axis)
        {
            if (axis == 0 || symbolOf($"S{axis}", size.Value!.Value) is not { } symbol) return size;
            values[symbol] = size.Value.Value;
            return Dim.Symbol(symbol);
        }

        TensorType symbolic = input with { Shape = new Shape(input.Shape.Axes.Select(Replace)) };
        Outcome outcome = Rule.Infer(kind, arguments, symbolic);
        string question = $"{kind}({arguments}) of {symbolic}, {string.Join(", ", values.Select(value => $"{value.Key.Name} = {value.Value}"))}";
        bool holds = outcome.Type is not null && outcome.Node.Guards.All(guard => Holds(guard.Condition, values));
        if (holds != known.Type is not null) Assert.Fail($"{question}: {(holds ? "taken" : "refused")}, and with numbers not: {outcome} {outcome.Messages}");
        if (!holds) return;
        string Write(TensorType type, IEnumerable<Weight> weights) =>
            $"{Sizes(type.Shape.Axes, values)} {type.Element} {string.Join(", ", weights.Select(weight => $"{weight.Name} {Sizes(weight.Axes, values)}"))}";
        string expected = Write(known.Type!, known.Node.Layer!.Weights!);
        string got = Write(outcome.Type!, outcome.Node.Layer!.Weights!);
        if (expected != got) Assert.Fail($"{question}: {got}, and with numbers {expected}");
    }

    private static string Sizes(IEnumerable<Dim> axes, Dictionary<DimSymbol, long> values) =>
        $"({string.Join(", ", axes.Select(axis => axis == Dim.Batch ? "N" : Evaluate(axis, values).ToString(CultureInfo.InvariantCulture)))})";

    private static bool Holds(Condition condition, Dictionary<DimSymbol, long> values)
    {
        (BigInteger left, BigInteger right) = (Evaluate(condition.Left, values), Evaluate(condition.Right, values));
        return condition.Kind switch
        {
            ConditionKind.Equal => left == right,
            ConditionKind.AtLeast => left >= right,
            _ => right % left == 0,
        };
    }

    private static BigInteger Evaluate(Dim dim, Dictionary<DimSymbol, long> values) => dim.Accept(new Evaluation(symbol => values[symbol]))!.Value;
}
