using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Reading;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Prints the checks of the arguments of <c>forward</c>: all that is known of their shapes and types, before any layer runs.</summary>
internal sealed class GuardWriter(SourceWriter writer, Graph graph, ParameterWriter parameters)
{
    private readonly InputSizes _sizes = InputSizes.Of(graph.Inputs);

    /// <summary>Rank, element type and the sizes that are numbers, input by input; then the batch.</summary>
    /// <param name="modelType">The expression for the floating type that the model has now.</param>
    public void WriteInputs(string modelType)
    {
        foreach (Node input in graph.Inputs)
        {
            string name = Keywords.Escape(input.Name);
            Shape shape = input.Type!.Shape;
            string type = input.Type.Element == ElementType.Float32 ? modelType : $"{TorchNames.ScalarType}.{input.Type.Element}";
            IEnumerable<string> sizes = Enumerable.Range(0, shape.Rank)
                .Where(axis => shape[axis].Value is not null)
                .Select(axis => $"{name}.size({axis}) != {shape[axis]}");
            string wrong = string.Join(" || ", sizes.Prepend($"{name}.Dimensions != {shape.Rank}").Append($"{name}.dtype != {type}"));
            writer.Line($"{TorchNames.ArgumentNullException}.ThrowIfNull({name});");
            writer.Line($"if ({wrong})");
            writer.Line($"    throw {TorchNames.ShapeException}.For(\"{input.Name}\", \"{shape}\", {type}, {name});");
        }

        string first = Keywords.Escape(graph.Inputs[0].Name);
        foreach (Node other in graph.Inputs.Skip(1))
        {
            string name = Keywords.Escape(other.Name);
            writer.Line($"if ({name}.size(0) != {first}.size(0))");
            writer.Line($"    throw {TorchNames.ShapeException}.ForBatch(\"{other.Name}\", \"{graph.Inputs[0].Name}\", {first}.size(0), {name}.size(0));");
        }
    }

    /// <summary>The dynamic dimensions as variables, each within its range and the same wherever it stands; then what the layers ask of them.</summary>
    /// <param name="guards">The conditions that the build left open.</param>
    /// <param name="isNamed">Whether the code behind names a dimension.</param>
    public void WriteSizes(IEnumerable<Guard> guards, Func<DimSymbol, bool> isNamed)
    {
        Guard[] open = [.. guards.Where(guard => !guard.IsOfParameters)];
        HashSet<DimSymbol> asked = [.. open.SelectMany(guard => guard.Condition.Symbols), .. _sizes.Checks.SelectMany(check => check.Size.Symbols)];
        foreach (DimSymbol parameter in graph.Parameters.Select(parameter => parameter.Symbol).Where(symbol => asked.Contains(symbol) || isNamed(symbol)))
            writer.Line($"var {Code.Name(parameter)} = {parameters.FieldOf(parameter)};");
        foreach (SizeBinding binding in _sizes.Bindings) WriteBinding(binding);
        foreach (SizeCheck check in _sizes.Checks)
        {
            string size = $"{Keywords.Escape(check.Input.Name)}.size({check.Axis})";
            writer.Line($"if ({size} != {Code.Write(check.Size)})");
            writer.Line($"    throw {TorchNames.ShapeException}.ForSize(\"{check.Input.Name}\", {check.Axis}, \"{check.Size}\", {Code.Write(check.Size)}, {size});");
        }

        foreach (Guard guard in open.OrderBy(guard => guard.Condition.Symbols.Count()))
        {
            string input = _sizes.Bindings.FirstOrDefault(binding => guard.Condition.Symbols.Contains(binding.Symbol))?.Input.Name ?? graph.Inputs[0].Name;
            writer.Line($"if ({ConditionCode.Negate(guard.Condition)})");
            writer.Line($"    throw {TorchNames.ShapeException}.ForCondition({Identifiers.Quote(input)}, {Arguments(guard)});");
        }

        writer.Line();
    }

    private static string Arguments(Guard guard) => string.Join(
        ", ",
        Identifiers.Quote(guard.Reason),
        Identifiers.Quote(guard.Condition.ToString()),
        Identifiers.Quote(guard.Condition.Left.ToString()),
        Code.Write(guard.Condition.Left),
        Identifiers.Quote(guard.Condition.Right.ToString()),
        Code.Write(guard.Condition.Right));

    private void WriteBinding(SizeBinding binding)
    {
        string name = Code.Name(binding.Symbol);
        string size = $"{Keywords.Escape(binding.Input.Name)}.size({binding.Axis})";
        string difference = binding.Size.Offset.Value is 0 ? size : $"({size} - {Code.WriteOperand(binding.Size.Offset)})";
        writer.Line($"var {name} = {(binding.Size.Slope == 1 ? difference : $"{difference} / {Code.Write(binding.Size.Slope)}")};");
        writer.Line($"if ({RangeCode.Violation(binding.Symbol)})");
        writer.Line($"    throw {TorchNames.ShapeException}.ForRange(\"{binding.Input.Name}\", {binding.Axis}, \"{binding.Symbol.Name}\", \"{binding.Symbol.DescribeValues()}\", {name});");
    }
}
