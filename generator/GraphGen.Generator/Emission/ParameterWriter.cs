using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Prints a model's parameters: arguments of the constructor, in front of device and type, that are checked and kept.</summary>
internal sealed class ParameterWriter(IReadOnlyList<Parameter> parameters)
{
    /// <summary>The field that keeps the value of a parameter.</summary>
    public static string FieldOf(DimSymbol symbol) => $"_{symbol.Name}";

    /// <summary>The parameter list of the constructor.</summary>
    public string Declarations => string.Join(
        ", ",
        [
            .. parameters.Select(parameter => $"long {Code.Name(parameter.Symbol)}{(parameter.Default is { } value ? $" = {Code.Write(value)}" : "")}"),
            $"{TorchNames.Device}? device = null",
            $"{TorchNames.ScalarType}? dtype = null",
        ]);

    public void WriteDocumentation(SourceWriter writer)
    {
        foreach (Parameter parameter in parameters) writer.Line($"/// <param name=\"{parameter.Symbol.Name}\">A dimension, {parameter.Symbol.DescribeValues()}.</param>");
    }

    public void WriteFields(SourceWriter writer)
    {
        foreach (Parameter parameter in parameters) writer.Line($"private readonly long {FieldOf(parameter.Symbol)};");
    }

    /// <summary>Checks each value, and then what the layers ask of several.</summary>
    public void WriteChecks(SourceWriter writer, IEnumerable<Guard> guards)
    {
        foreach (DimSymbol symbol in parameters.Select(parameter => parameter.Symbol))
        {
            string name = Code.Name(symbol);
            writer.Line($"if ({RangeCode.Violation(symbol)})");
            writer.Line($"    throw new {TorchNames.ArgumentOutOfRangeException}(nameof({name}), {name}, \"'{symbol.Name}' takes values {symbol.DescribeValues()}.\");");
            writer.Line($"{FieldOf(symbol)} = {name};");
        }

        foreach (Guard guard in guards.Where(guard => guard.IsOfParameters))
        {
            string name = Code.Name(guard.Condition.Symbols.First());
            writer.Line($"if ({ConditionCode.Negate(guard.Condition)})");
            writer.Line($"    throw new {TorchNames.ArgumentOutOfRangeException}(nameof({name}), {name}, {Identifiers.Quote($"{guard.Reason}: {guard.Condition} does not hold.")});");
        }
    }
}
