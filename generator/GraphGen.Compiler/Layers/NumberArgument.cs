using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Problems;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Compiler.Layers;

/// <summary>Numbers beside tensors. Whole numbers keep integers, and others make them the model's floating type, as in torch.</summary>
internal static class NumberArgument
{
    /// <summary>Whether the number was written as a whole one.</summary>
    public static bool IsWhole(this LayerArguments arguments, string name) => arguments.Raw(name) is IntegerValue;

    /// <summary>The number as C#, whole where it was written so.</summary>
    public static string Number(this LayerArguments arguments, string name) =>
        arguments.IsWhole(name) ? Code.Write(arguments.Integer(name)) : Code.Write(arguments.Real(name));

    /// <summary>The element type of what a function makes of a tensor and a number.</summary>
    public static ElementType WithNumber(this ElementType element, bool isWhole) =>
        !isWhole ? element.ToFloating() : element == ElementType.Bool ? ElementType.Int64 : element;

    /// <summary>
    /// Refuses a number that the elements of the input cannot be: libtorch converts it to their type, which fails, or makes another number of a negative one
    /// where the type has no sign.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="argument">The number.</param>
    /// <param name="value">What it is converted from.</param>
    /// <param name="use">What is done with the number, as a verb: <c>compares with</c>.</param>
    public static bool IsInRange(Application application, string argument, double value, string use)
    {
        ElementType element = application.Input.Element;
        if (element.Range() is not { } range || (value >= range.Least && value <= range.Greatest) || (element.IsFloating() && double.IsInfinity(value))) return true;
        application.RefuseArgument(
            argument,
            Rules.ElementType,
            $"'{application.Name}' ({application.Layer.Kind.Name}) {use} {application.Arguments.Number(argument)}",
            $"{application.DescribeInput(0)} has numbers from {range.Least} to {range.Greatest}",
            "a value among them");
        return false;
    }
}
