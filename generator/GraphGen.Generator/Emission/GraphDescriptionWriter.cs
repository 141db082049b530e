using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>Prints the description of the graph that the program can read. It stands in a class of its own, so that reading it does not run the user's initializers.</summary>
internal static class GraphDescriptionWriter
{
    public static void Write(SourceWriter writer, string holder, string name, IReadOnlyList<Node> nodes, GraphTable table, Graph graph)
    {
        writer.Open($"private static class {holder}");
        writer.Line($"public static readonly {TorchNames.Inspection}.ModelGraph Value = new {TorchNames.Inspection}.ModelGraph(");
        writer.Indented(() =>
        {
            writer.Line($"{Identifiers.Quote(name)},");
            WriteArray(writer, "ModelNode", nodes.Select(Describe), ",");
            WriteArray(writer, "ModelLayer", table.Layers.Select(layer => Describe(layer, table)), ",");
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

    private static string Describe(Node node)
    {
        string layer = node.Layer is null ? "null" : Identifiers.Quote(node.Layer.Name);
        string element = node.Type!.Element == ElementType.Float32 ? "null" : $"{TorchNames.DType}.{node.Type.Element}";
        return $"{Identifiers.Quote(node.Name)}, {layer}, {Strings(node.Inputs.Select(input => input.Name))}, {Strings(node.Type.Shape.Axes.Select(axis => axis.ToString()))}, {element}";
    }

    private static string Describe(Layer layer, GraphTable table) =>
        $"{string.Join(", ", new[] { layer.Name, layer.Key, layer.Kind.Name, layer.Kind.Describe(layer) }.Select(Identifiers.Quote))}, {table.Parameters(layer)}, {table.Buffers(layer)}";

    private static string Strings(IEnumerable<string> items) =>
        items.Any() ? $"new string[] {{ {string.Join(", ", items.Select(Identifiers.Quote))} }}" : "global::System.Array.Empty<string>()";
}
