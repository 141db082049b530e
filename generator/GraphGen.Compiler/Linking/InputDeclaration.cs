using GraphGen.Compiler.Declarations;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Linking;

/// <summary>Reads <c>Input(...)</c>: an element type and the sizes of the axes behind the batch.</summary>
internal static class InputDeclaration
{
    /// <summary>The type of the input; null where an argument is wrong or unknown.</summary>
    public static TensorType? Read(LayerExpression input, Func<Expression, Value> evaluate, List<Problem> problems)
    {
        var element = ElementType.Float32;
        var axes = new List<Dim> { Dim.Batch };
        bool right = true;
        foreach (Argument argument in input.Arguments)
        {
            if (argument.Name == "type")
            {
                right &= evaluate(argument.Value) is NamedValue named && Enum.TryParse(named.Name, out element);
                continue;
            }

            foreach ((Value size, Site site) in Sizes(argument.Value, evaluate))
            {
                switch (size)
                {
                    case IntegerValue { Number: >= 1 } number:
                        axes.Add(number.Number);
                        break;
                    case DimValue dim:
                        axes.Add(dim.Dim);
                        break;
                    case IntegerValue number:
                        problems.Add(new Problem(Rules.ArgumentOutOfRange, site, "shape", $"{number.Number}", "at least 1 in every axis"));
                        right = false;
                        break;
                    default:
                        right = false;
                        break;
                }
            }
        }

        return right ? new TensorType(new Shape(axes), element) : null;
    }

    /// <summary>The sizes, which stand one by one, or in an array that a field holds.</summary>
    private static IEnumerable<(Value Size, Site Site)> Sizes(Expression shape, Func<Expression, Value> evaluate)
    {
        if (shape is ArrayExpression array) return array.Items.Select(item => (evaluate(item), item.Site));
        return evaluate(shape) is ListValue list ? list.Items.Select(item => (item, shape.Site)) : [(UnknownValue.Instance, shape.Site)];
    }
}
