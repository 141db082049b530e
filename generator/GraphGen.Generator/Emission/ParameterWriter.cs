using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Prints a model's parameters: arguments of the constructor, in front of device and type, that are checked and kept.</summary>
internal sealed class ParameterWriter
{
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly Dictionary<DimSymbol, string> _fields = [];

    /// <param name="parameters">The parameters.</param>
    /// <param name="taken">The names of members, to which those of the fields are added.</param>
    public ParameterWriter(IReadOnlyList<Parameter> parameters, HashSet<string> taken)
    {
        _parameters = parameters;
        foreach (Parameter parameter in parameters) _fields[parameter.Symbol] = Identifiers.Take(taken, $"_{parameter.Symbol.Name}", "_");
    }

    /// <summary>The fields that keep the values, in the order of the constructor's arguments.</summary>
    public IEnumerable<string> Fields => _parameters.Select(parameter => FieldOf(parameter.Symbol));

    /// <summary>The field that keeps the value of a parameter.</summary>
    public string FieldOf(DimSymbol symbol) => _fields[symbol];

    /// <summary>The parameter list of the constructor of a model.</summary>
    public static string Declare(IReadOnlyList<Parameter> parameters) => string.Join(
        ", ",
        [
            .. parameters.Select(parameter => $"long {Code.Name(parameter.Symbol)}{(parameter.Default is { } value ? $" = {Code.Write(value)}" : "")}"),
            $"{TorchNames.Device}? device = null",
            $"{TorchNames.ScalarType}? dtype = null",
        ]);

    public void WriteDocumentation(SourceWriter writer)
    {
        foreach (Parameter parameter in _parameters) writer.Line($"/// <param name=\"{parameter.Symbol.Name}\">A dimension, {parameter.Symbol.DescribeValues()}.</param>");
    }

    public void WriteFields(SourceWriter writer)
    {
        foreach (Parameter parameter in _parameters) writer.Line($"private readonly long {FieldOf(parameter.Symbol)};");
    }

    /// <summary>Checks each value, and then what the layers ask of several.</summary>
    public void WriteChecks(SourceWriter writer, IEnumerable<Guard> guards)
    {
        foreach (DimSymbol symbol in _parameters.Select(parameter => parameter.Symbol))
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
