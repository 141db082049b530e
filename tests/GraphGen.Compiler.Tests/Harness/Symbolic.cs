using System.Globalization;
using System.Numerics;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>Rules asked about sizes that are not numbers.</summary>
internal static class Symbolic
{
    /// <summary>
    /// Asserts that a rule says of symbols, at the values that they turn out to have, what it says of these numbers: the same type and weights where all that it left
    /// open holds, and otherwise a refusal.
    /// </summary>
    /// <param name="kind">The layer.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="inputs">Its inputs, of numbers.</param>
    /// <param name="seed">Chooses the sizes that become symbols.</param>
    /// <param name="dims">The arguments that may be symbols too.</param>
    /// <param name="symbols">When the symbols are known.</param>
    /// <param name="stretches">Whether the layer broadcasts: a size that is not known at build does not stretch, though it may turn out to be 1.</param>
    public static void Agrees(
        string kind, Arguments arguments, TensorType[] inputs, int seed, string[]? dims = null, SymbolKind symbols = SymbolKind.Dynamic, bool stretches = false)
    {
        var names = new Names(new Random(seed), symbols);
        TensorType[] asked = [.. inputs.Select(input => input with { Shape = new Shape(input.Shape.Axes.Select(names.Replace)) })];
        Arguments given = new([.. arguments.Given.Select(argument => dims?.Contains(argument.Name) == true ? (argument.Name, names.Replace(argument.Value)) : argument)]);
        Outcome outcome = Rule.Infer(kind, given, asked);
        Outcome expected = Rule.Infer(kind, arguments, inputs);

        string got = outcome.Type is { } type && outcome.Node.Guards.TrueForAll(guard => names.Holds(guard.Condition)) ? Describe(outcome, type, names) : "refused";
        string right = expected.Type is { } known ? Describe(expected, known, names) : "refused";
        if (got == right || (stretches && got == "refused" && names.HasOne)) return;
        Assert.Fail($"{kind}({given}) of {string.Join(", ", asked.AsEnumerable())}, where {names}: {got} by {outcome} and {string.Join(", ", outcome.Node.Guards)}, but {right}");
    }

    private static string Describe(Outcome outcome, TensorType type, Names names) => string.Join(
        " ",
        outcome.Node.Layer!.Weights!.Select(weight => $"{weight.Name} {names.Write(new Shape(weight.Axes))}").Prepend($"{names.Write(type.Shape)} {type.Element}"));

    /// <summary>Symbols in the place of numbers, and their values.</summary>
    private sealed class Names(Random random, SymbolKind kind)
    {
        private readonly Dictionary<DimSymbol, long> _values = [];

        /// <summary>Whether a size that became a symbol is 1.</summary>
        public bool HasOne { get; private set; }

        /// <summary>The number itself, a symbol that all sizes of that number share, a symbol of its own, or an expression of one.</summary>
        public Dim Replace(Dim size)
        {
            if (size.Value is not { } number || number < 1) return size;
            int choice = random.Next(6);
            if (choice < 2) return size;
            HasOne |= number == 1;
            if (choice < 4) return Symbol($"s{number}", number);
            Dim own = Symbol($"t{_values.Count}", number);
            if (choice == 4) return own;
            long value = random.Next(1, 5);
            Dim other = Symbol($"u{_values.Count}", value);
            return (2 * other) + (number - (2 * value));
        }

        public object? Replace(object? argument) => argument switch
        {
            int number => Replace((Dim)number),
            int[] numbers => new ListValue([.. numbers.Select(number => (Value)new DimValue(Replace((Dim)number)))]),
            _ => argument,
        };

        public bool Holds(Condition condition)
        {
            (BigInteger left, BigInteger right) = (Evaluate(condition.Left), Evaluate(condition.Right));
            return condition.Kind switch
            {
                ConditionKind.Equal => left == right,
                ConditionKind.AtLeast => left >= right,
                _ => left == 0 ? right == 0 : right % left == 0,
            };
        }

        public string Write(Shape shape) =>
            $"({string.Join(", ", shape.Axes.Select(axis => axis == Dim.Batch ? "N" : Evaluate(axis).ToString(CultureInfo.InvariantCulture)))})";

        public override string ToString() => string.Join(", ", _values.Select(value => $"{value.Key.Name} = {value.Value}"));

        private Dim Symbol(string name, long value)
        {
            var symbol = new DimSymbol(name, kind);
            _values[symbol] = value;
            return Dim.Symbol(symbol);
        }

        private BigInteger Evaluate(Dim dim) => dim.Accept(new Evaluation(symbol => _values[symbol]))!.Value;
    }
}
