using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Linking;

/// <summary>Reads <c>Dim.Dynamic(...)</c> and <c>Dim.Parameter(...)</c>: a name, and what values it may take.</summary>
internal static class SymbolDeclaration
{
    /// <summary>The parameter or dynamic dimension; null where an argument is wrong or unknown.</summary>
    public static Parameter? Read(string name, SymbolExpression symbol, Func<Expression, Value> evaluate, List<Problem> problems)
    {
        var numbers = new Dictionary<string, long>();
        var sites = new Dictionary<string, Site>();
        bool right = true;
        foreach (Argument argument in symbol.Arguments)
        {
            sites[argument.Name] = argument.Value.Site;
            switch (evaluate(argument.Value))
            {
                case IntegerValue number:
                    numbers[argument.Name] = number.Number;
                    break;
                case not NullValue:
                    right = false;
                    break;
            }
        }

        long min = numbers.TryGetValue("min", out long given) ? given : 1;
        long? max = numbers.TryGetValue("max", out given) ? given : null;
        long multipleOf = numbers.TryGetValue("multipleOf", out given) ? given : 1;
        long? @default = numbers.TryGetValue("defaultValue", out given) ? given : null;
        if (min < 1) Refuse("min", min, "at least 1");
        if (multipleOf < 1) Refuse("multipleOf", multipleOf, "at least 1");
        if (!right) return null;
        if (max < min) Refuse("max", max.Value, $"at least 'min', {min}");
        else if (max is not null && max / multipleOf * multipleOf < min) Refuse("multipleOf", multipleOf, $"a number with a multiple from {min} to {max}");
        else if (@default is { } value && (value < min || value > max || value % multipleOf != 0)) Refuse("defaultValue", value, new DimSymbol(name, symbol.Kind, min, max, multipleOf).DescribeValues());
        return right ? new Parameter(new DimSymbol(name, symbol.Kind, min, max, multipleOf), @default) : null;

        void Refuse(string argument, long number, string range)
        {
            right = false;
            problems.Add(new Problem(Rules.ArgumentOutOfRange, sites[argument], argument, $"{number}", range));
        }
    }
}
