using System.Numerics;
using CsCheck;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

/// <summary>Laws of the normal form, tried on random expressions.</summary>
public class DimLawTests
{
    [Fact]
    public void A_normal_form_has_the_value_of_what_was_written() => Holds(world => Expressions.Any(world), (world, expression) =>
    {
        Dim dim = expression.ToDim();
        foreach (Point point in world.Points)
        {
            if (point.Evaluate(expression) is { } value) Assert.True(value == point.Evaluate(dim), $"'{dim}' is {point.Evaluate(dim)} where {point}, and not {value}");
        }
    });

    [Fact]
    public void The_text_has_the_value_of_what_was_written() => Holds(world => Expressions.Any(world, depth: 4), (world, expression) =>
    {
        string text = expression.ToDim().ToString();
        foreach (Point point in world.Points)
        {
            if (point.Evaluate(expression) is { } value) Assert.True(value == WrittenDim.Evaluate(text, point), $"'{text}' is {WrittenDim.Evaluate(text, point)} where {point}, and not {value}");
        }
    });

    [Fact]
    public void A_range_holds_all_values() => Holds(world => Expressions.Any(world), (world, expression) =>
    {
        (long? min, long? max) = expression.ToDim().Range;
        foreach (Point point in world.Points)
        {
            if (point.Evaluate(expression) is { } value) Assert.False(value < min || value > max, $"{value} is not from {min} to {max} where {point}");
        }
    });

    [Fact]
    public void The_normal_form_of_a_normal_form_is_itself() => Holds(world => Expressions.Any(world), (_, expression) =>
    {
        Dim dim = expression.ToDim();
        Assert.Equal(dim, dim.Substitute(_ => null));
        Assert.Equal(dim.GetHashCode(), dim.Substitute(_ => null).GetHashCode());
        Assert.Equal(dim.ToString(), dim.Substitute(_ => null).ToString());
        Assert.Equal(dim.Symbols, dim.Symbols.Distinct());
    });

    [Fact]
    public void Sums_and_products_can_be_reordered() => Holds(
        world => Gen.Select(Small(world), Small(world), Small(world)),
        (_, expressions) =>
        {
            (Dim a, Dim b, Dim c) = (expressions.Item1.ToDim(), expressions.Item2.ToDim(), expressions.Item3.ToDim());
            Assert.Equal(a + b, b + a);
            Assert.Equal(a * b, b * a);
            Assert.Equal(a + b + c, a + (b + c));
            Assert.Equal(a * b * c, a * (b * c));
            Assert.Equal(a * (b + c), (a * b) + (a * c));
            Assert.Equal(a - (b - c), c + a - b);
            Assert.Equal(a, a + 0);
            Assert.Equal(a, 1 * a);
            Assert.Equal(0, a * 0);
            Assert.Equal(0, a - a);
        });

    [Fact]
    public void Division_undoes_multiplication() => Holds(
        World.Unbounded,
        world => Gen.Select(Small(world), Small(world), Small(world), Gen.Long[3, 20]),
        (_, expressions) =>
        {
            (Dim a, Dim b, Dim divisor, Dim number) = (expressions.Item1.ToDim(), expressions.Item2.ToDim(), expressions.Item3.ToDim(), expressions.Item4);
            Assert.Equal(a, a * number / number);
            Assert.Equal(-a, a * number / -number);
            Assert.Equal(b + (a / number), (a + (b * number)) / number);
            Assert.Equal(a, a * divisor / divisor);
            Assert.Equal(b + (a / divisor), (a + (b * divisor)) / divisor);
            Assert.Equal(a - (divisor * (a / divisor)), a % divisor);
            Assert.Equal(1, a / a);
        });

    [Fact]
    public void Divisions_by_numbers_are_one_division() => Holds(
        World.Unbounded,
        world => Gen.Select(Expressions.Polynomial(world), Gen.Long[1, 20], Gen.Long[-20, 20], Gen.Long[1, 20]),
        (_, samples) =>
        {
            (Dim a, long first, long number, long second) = (samples.Item1.ToDim(), samples.Item2, samples.Item3, samples.Item4);
            Assert.Equal((a + (first * number)) / (first * second), ((a / first) + number) / second);
            Assert.Equal(a / first, a * second / (first * second));
            Assert.Equal(-(a / first), (first - 1 - a) / first);
        });

    [Fact]
    public void Polynomials_that_agree_everywhere_are_equal() => Holds(
        World.Unbounded,
        world => Gen.Select(Expressions.Polynomial(world), Expressions.Polynomial(world), Gen.Bool).SelectMany(pair =>
            pair.Item3 ? Expressions.Rewritten(pair.Item1).Select(other => (pair.Item1, other)) : Gen.Const((pair.Item1, pair.Item2))),
        (world, pair) => AssertEqualWhereAgreeing(world.Points, pair.Item1, pair.Item2));

    [Fact]
    public void Quotients_of_one_symbol_that_agree_everywhere_are_equal() => Holds(
        World.Line,
        world => Expressions.Chains(world.Symbols[0]),
        (world, pair) => AssertEqualWhereAgreeing(world.Points, pair.Item1, pair.Item2));

    [Fact]
    public void Substitution_gives_the_value_at_what_is_substituted() => Holds(
        world => Gen.Select(Expressions.Any(world, depth: 4), Gen.Int[0, 3].Array[3]),
        (world, sample) =>
        {
            (Expression expression, int[] choices) = sample;
            Dictionary<DimSymbol, Dim?> replacements = world.Symbols.Zip(choices).ToDictionary(pair => pair.First, pair => Replacement(pair.First, pair.Second, world.Points[0]));
            Dim substituted = expression.ToDim().Substitute(symbol => replacements[symbol]);
            foreach (Point point in world.Points)
            {
                long Known(DimSymbol symbol) => replacements[symbol]?.Value ?? point[symbol];
                long Inner(DimSymbol symbol) => world.Symbols.FirstOrDefault(outer => outer.Name == symbol.Name.TrimEnd('\'')) is var outer && symbol == outer
                    ? point[symbol]
                    : symbol.MultipleOf == outer!.MultipleOf ? point[outer] : point[outer] / outer.MultipleOf;
                if (expression.Evaluate(Known) is { } value) Assert.Equal(value, substituted.Accept(new Evaluation(Inner)));
            }
        });

    private static Gen<Expression> Small(World world) => Expressions.Any(world, depth: 2);

    /// <summary>Nothing, a number, a symbol that takes the same values, or a multiple of one that takes a part of each.</summary>
    private static Dim? Replacement(DimSymbol symbol, int choice, Point point)
    {
        string name = symbol.Name + "'";
        return choice switch
        {
            0 => null,
            1 => point[symbol],
            2 => Dim.Symbol(symbol with { Name = name }),
            _ => symbol.MultipleOf * Dim.Symbol(new DimSymbol(
                name, symbol.Kind, Integers.CeilingDivide(symbol.Min, symbol.MultipleOf), symbol.Max / symbol.MultipleOf)),
        };
    }

    private static void AssertEqualWhereAgreeing(Point[] points, Expression first, Expression second)
    {
        bool agree = points.All(point => point.Evaluate(first) == point.Evaluate(second));
        Assert.True(agree == (first.ToDim() == second.ToDim()), $"'{first.ToDim()}' and '{second.ToDim()}' {(agree ? "agree" : "do not agree")}");
    }

    private static void Holds<T>(Func<World, Gen<T>> samples, Action<World, T> property) => Holds(World.Any, samples, property);

    private static void Holds<T>(Gen<World> worlds, Func<World, Gen<T>> samples, Action<World, T> property) =>
        (from world in worlds from sample in samples(world) select (world, sample)).Holds(
            pair =>
            {
                try
                {
                    property(pair.world, pair.sample);
                }
                catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
                {
                    // A sample that is too large, or divides by 0, says nothing.
                }
            },
            count: 1_000);
}
