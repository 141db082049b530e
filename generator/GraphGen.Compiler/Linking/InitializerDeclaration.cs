using System.Globalization;
using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Problems;

namespace GraphGen.Compiler.Linking;

/// <summary>Reads a member of <c>Init</c>, whose arguments are numbers.</summary>
internal static class InitializerDeclaration
{
    /// <summary>The initializer; unknown where an argument is.</summary>
    public static Value Read(InitializerExpression expression, Func<Expression, Value> evaluate, List<Problem> problems)
    {
        var numbers = new List<double>();
        foreach (Argument argument in expression.Arguments)
        {
            if (ToNumber(evaluate(argument.Value)) is not { } number) return UnknownValue.Instance;
            if (Fault(argument.Name, number, numbers) is { } range)
            {
                problems.Add(new Problem(Rules.ArgumentOutOfRange, argument.Value.Site, argument.Name, Write(number), range));
                return UnknownValue.Instance;
            }

            numbers.Add(number);
        }

        return new InitializerValue(new Initializer(expression.Name, numbers.ToEquatableArray()));
    }

    private static double? ToNumber(Value value) => value switch
    {
        RealValue real => real.Number,
        IntegerValue integer => integer.Number,
        _ => null,
    };

    /// <summary>The range that an argument should be in; null where it is.</summary>
    private static string? Fault(string name, double number, List<double> earlier)
    {
        if (double.IsNaN(number) || double.IsInfinity(number)) return "finite";
        return name switch
        {
            "std" when number <= 0 => "above 0",
            "b" when number <= earlier[0] => $"above 'a', which is {Write(earlier[0])}",
            "b" when double.IsInfinity(number - earlier[0]) => $"at a finite distance from 'a', which is {Write(earlier[0])}",
            _ => null,
        };
    }

    private static string Write(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
