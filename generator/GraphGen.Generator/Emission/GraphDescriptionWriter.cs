using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Prints the description of the graph that the program can read. It stands in a class of its own, so that reading it does not run the user's initializers. What
/// depends on parameters is computed from their values.
/// </summary>
internal sealed class GraphDescriptionWriter(string holder, string name, IReadOnlyList<Node> nodes, GraphTable table, Graph graph, ParameterWriter parameters)
{
    private const string Type = $"{TorchNames.Inspection}.ModelGraph";

    /// <summary>The expression for the description, in a member of the model.</summary>
    public string Expression => graph.Parameters.Count == 0
        ? $"{holder}.Value"
        : $"{holder}.Of({string.Join(", ", parameters.Fields)})";

    public void Write(SourceWriter writer)
    {
        writer.Open($"private static class {holder}");
        writer.Line(graph.Parameters.Count == 0
            ? $"public static readonly {Type} Value = new {Type}("
            : $"public static {Type} Of({string.Join(", ", graph.Parameters.Select(parameter => $"long {Code.Name(parameter.Symbol)}"))}) => new {Type}(");
        writer.Indented(() =>
        {
            writer.Line($"{Identifiers.Quote(name)},");
            WriteArray(writer, "ModelNode", NodeRow.Of(nodes).Select(Describe), ",");
            WriteArray(writer, "ModelLayer", table.Layers.Select(Describe), ",");
            writer.Line($"{Strings(graph.Inputs.Select(input => input.Name))},");
            WriteArray(writer, "ModelOutput", graph.Outputs.Select(output => $"{Identifiers.Quote(output.Name)}, {Identifiers.Quote(output.Node.Name)}"), ");");
        });
        writer.Close();
    }

    private static void WriteArray(SourceWriter writer, string type, IEnumerable<string> items, string end)
    {
        writer.Line($"new {TorchNames.Inspection}.{type}[]");
        writer.Line("{");
        writer.Indented(() =>
        {
            foreach (string item in items) writer.Line($"new {TorchNames.Inspection}.{type}({item}),");
        });
        writer.Line("}" + end);
    }

    private static string Describe(NodeRow row)
    {
        string layer = row.Layer is null ? "null" : Identifiers.Quote(row.Layer.Name);
        TensorType type = row.Node.Type!;
        string element = type.Element == ElementType.Float32 ? "null" : $"{TorchNames.DType}.{type.Element}";
        string part = row.Node.PartName.Length == 0 ? "" : $", {Identifiers.Quote(row.Node.PartName)}";
        return $"{Identifiers.Quote(row.Node.Name)}, {layer}, {Strings(row.Inputs.Select(input => input.Name))}, {Array(type.Shape.Axes.Select(Describe))}, {element}{part}";
    }

    private static string Describe(Dim axis) => axis.Value is null && axis.Symbols.All(symbol => symbol.Kind == SymbolKind.Parameter)
        ? $"global::System.FormattableString.Invariant($\"{{({Code.Write(axis)})}}\")"
        : Identifiers.Quote(axis.ToString());

    private string Describe(Layer layer) =>
        $"{string.Join(", ", new[] { layer.Name, layer.Key, layer.Kind.Name, layer.Kind.Describe(layer) }.Select(Identifiers.Quote))}, {Code.Write(table.Parameters(layer))}, {Code.Write(table.Buffers(layer))}";

    private static string Strings(IEnumerable<string> items) => Array(items.Select(Identifiers.Quote));

    private static string Array(IEnumerable<string> items) =>
        items.Any() ? $"new string[] {{ {string.Join(", ", items)} }}" : "global::System.Array.Empty<string>()";
}
