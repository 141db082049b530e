using System.Numerics;
using CsCheck;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Tests;

public class ConditionTests
{
    private static readonly string[] s_kinds = ["=", ">=", "divides"];

    [Theory]
    [InlineData("T = T", "Proven")]
    [InlineData("T + 3 - 3 = T", "Proven")]
    [InlineData("8 * (E / 8) = E", "Proven")]
    [InlineData("T / 2 + (T + 1) / 2 = T", "Proven")]
    [InlineData("((T + 1) / 2 + 1) / 2 = (T + 3) / 4", "Proven")]
    [InlineData("T = T + 1", "Refuted")]
    [InlineData("T = 0", "Refuted")]
    [InlineData("E = 4", "Refuted")]
    [InlineData("E = 20", "Refuted")]
    [InlineData("E = 520", "Refuted")]
    [InlineData("2 * T = 5", "Refuted")]
    [InlineData("4 * T + 2 * S = 2 * U + 1", "Refuted")]
    [InlineData("E / 2 = 3", "Refuted")]
    [InlineData("T = T / 2", "Refuted")]
    [InlineData("T % 8 = 8", "Refuted")]
    [InlineData("T % S = S", "Refuted")]
    [InlineData("T = S", "Open")]
    [InlineData("E = 16", "Open")]
    [InlineData("T % 8 = 7", "Open")]
    [InlineData("N = 0", "Open")]
    [InlineData("T / 2 = 0", "Open")]
    [InlineData("T >= 1", "Proven")]
    [InlineData("N >= 0", "Proven")]
    [InlineData("E >= 8", "Proven")]
    [InlineData("512 >= E", "Proven")]
    [InlineData("T >= T / 2", "Proven")]
    [InlineData("T >= T / 2 + 1", "Proven")]
    [InlineData("T >= T - T / 2 * 2", "Proven")]
    [InlineData("S * T >= T", "Open")]
    [InlineData("S * T + 1 >= 2", "Proven")]
    [InlineData("7 >= T % 8", "Proven")]
    [InlineData("S - 1 >= T % S", "Proven")]
    [InlineData("0 >= T", "Refuted")]
    [InlineData("E >= 513", "Refuted")]
    [InlineData("E >= E + 1", "Refuted")]
    [InlineData("T >= 2", "Open")]
    [InlineData("E >= 9", "Open")]
    [InlineData("T >= S", "Open")]
    [InlineData("T / 2 >= 1", "Open")]
    [InlineData("1 divides T", "Proven")]
    [InlineData("8 divides E", "Proven")]
    [InlineData("4 divides 3 * E", "Proven")]
    [InlineData("-4 divides E", "Proven")]
    [InlineData("T divides S * T", "Proven")]
    [InlineData("T + 1 divides (T + 1) * (S + 2)", "Proven")]
    [InlineData("4 * width divides 8 * width", "Proven")]
    [InlineData("width divides 0", "Proven")]
    [InlineData("0 divides 0", "Proven")]
    [InlineData("N divides 2 * N", "Proven")]
    [InlineData("4 divides E + 2", "Refuted")]
    [InlineData("4 divides 2 * T + 1", "Refuted")]
    [InlineData("8 divides 4 * T + 2 * S + 1", "Refuted")]
    [InlineData("520 divides E", "Refuted")]
    [InlineData("T + 1 divides T", "Refuted")]
    [InlineData("T + 5 divides 3", "Refuted")]
    [InlineData("0 divides T", "Refuted")]
    [InlineData("2 divides T", "Open")]
    [InlineData("16 divides E", "Open")]
    [InlineData("T divides 6", "Open")]
    [InlineData("N divides T", "Open")]
    [InlineData("0 divides N", "Open")]
    public void What_is_certain_is_answered(string question, string answer) => Assert.Equal(answer, $"{Read(question).Answer}");

    [Theory]
    [InlineData("T = S", "S = T")]
    [InlineData("T = S", "T + 3 = S + 3")]
    [InlineData("T = S", "4 * T - S = 3 * S")]
    [InlineData("2 * T = S", "S - T = T")]
    [InlineData("T >= S", "2 * T >= 2 * S")]
    [InlineData("T >= S + 2", "2 * T >= 2 * S + 3")]
    [InlineData("T >= S", "T - S >= 0")]
    [InlineData("4 divides T", "4 divides 5 * T + 8")]
    [InlineData("4 divides T", "4 divides -T")]
    [InlineData("4 divides T + 1", "4 divides 3 - T")]
    [InlineData("4 divides T", "-4 divides T")]
    [InlineData("4 divides T", "12 divides 3 * T")]
    [InlineData("width divides T", "2 * width divides 2 * T + 2 * width")]
    public void Questions_that_ask_the_same_are_equal(string first, string second)
    {
        Assert.Equal(Read(first), Read(second));
        Assert.Equal(Read(first).GetHashCode(), Read(second).GetHashCode());
    }

    [Theory]
    [InlineData("T = S", "T = U")]
    [InlineData("T = S", "T = S + 1")]
    [InlineData("T = S", "T >= S")]
    [InlineData("T >= S", "S >= T")]
    [InlineData("T >= S", "T >= S + 1")]
    [InlineData("2 divides T", "4 divides T")]
    [InlineData("2 divides T", "T divides 2")]
    [InlineData("2 divides T", "2 divides T + 1")]
    public void Questions_that_ask_another_thing_differ(string first, string second) => Assert.NotEqual(Read(first), Read(second));

    [Fact]
    public void A_question_reads_as_it_is_asked()
    {
        var condition = Condition.Equal(WrittenDim.Read("2 * T"), WrittenDim.Read("2 * S + 2 * T - 2 * width"));
        Assert.Equal("2 * T = 2 * S + 2 * T - 2 * width", condition.ToString());
        Assert.Equal("T >= 3", Read("T >= 3").ToString());
        Assert.Equal("4 divides T", Read("4 divides T").ToString());
        Assert.Equal(["T", "S", "width"], condition.Symbols.Select(symbol => symbol.Name));
    }

    [Fact]
    public void Certain_answers_are_true() => Questions().Holds(
        (world, question) =>
        {
            if (Ask(question) is not { } condition) return;
            foreach (Point point in world.Points)
            {
                if (Truth(question, point) is { } holds) Assert.True(condition.Answer == Answer.Open || holds == (condition.Answer == Answer.Proven), $"'{condition}' is {condition.Answer}; not so where {point}");
            }
        },
        count: 1_000);

    [Fact]
    public void Questions_that_are_equal_have_one_answer() => Questions().Holds(
        (world, question) =>
        {
            (string kind, Expression left, Expression right) = question;
            (string, Expression, Expression) same = kind switch
            {
                "=" => (kind, new OperationExpression('*', right, new NumberExpression(-3)), new OperationExpression('*', left, new NumberExpression(-3))),
                ">=" => (kind, new OperationExpression('-', left, right), new NumberExpression(0)),
                _ => (kind, left, new OperationExpression('+', right, left)),
            };
            if (Ask(question) is { } first && Ask(same) is { } second)
            {
                Assert.Equal(first, second);
                Assert.All(world.Points, point => Assert.True(Truth(question, point) is not { } holds || holds == Truth(same, point)));
            }
        },
        count: 1_000);

    private static Gen<(World World, (string Kind, Expression Left, Expression Right) Question)> Questions() =>
        from world in World.Any
        from kind in Gen.Int[0, 2]
        from left in Expressions.Any(world, depth: 3)
        from right in Expressions.Any(world, depth: 3)
        select (world, (s_kinds[kind], left, right));

    private static bool? Truth((string Kind, Expression Left, Expression Right) question, Point point)
    {
        if (point.Evaluate(question.Left) is not { } left || point.Evaluate(question.Right) is not { } right) return null;
        return question.Kind switch { "=" => left == right, ">=" => left >= right, _ => left == 0 ? right == 0 : right % left == 0 };
    }

    /// <summary>The condition; null where it is too large, or divides by 0.</summary>
    private static Condition? Ask((string Kind, Expression Left, Expression Right) question)
    {
        try
        {
            return Ask(question.Kind, question.Left.ToDim(), question.Right.ToDim());
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    private static Condition Ask(string kind, Dim left, Dim right) => kind switch
    {
        "=" => Condition.Equal(left, right),
        ">=" => Condition.AtLeast(left, right),
        _ => Condition.Divides(left, right),
    };

    private static Condition Read(string question)
    {
        string kind = s_kinds.Single(kind => question.Contains($" {kind} ", StringComparison.Ordinal));
        string[] sides = question.Split($" {kind} ");
        return Ask(kind, WrittenDim.Read(sides[0]), WrittenDim.Read(sides[1]));
    }
}
