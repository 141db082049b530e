using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers.Torch;
using GraphGen.Compiler.Shapes;

namespace GraphGen.Generator.Emission;

/// <summary>
/// Prints the description of the graph that the program can read. It stands in a class of its own, so that reading it does not run the user's initializers. What
/// depends on parameters is computed from their values, and what the build does not know of modules is asked of them.
/// </summary>
/// <param name="holder">The name of that class.</param>
/// <param name="name">The name of the model.</param>
/// <param name="nodes">Its nodes, each behind those that it reads.</param>
/// <param name="table">Its layers, and what their weights count.</param>
/// <param name="graph">The graph.</param>
/// <param name="parameters">Its parameters.</param>
/// <param name="members">The members that hold its modules.</param>
/// <param name="ownKey">The key by which the model itself registers a layer, or what holds it.</param>
internal sealed class GraphDescriptionWriter(
    string holder, string name, IReadOnlyList<Node> nodes, GraphTable table, Graph graph, ParameterWriter parameters, IModelMembers members, Func<Layer, string> ownKey)
{
    private const string Type = $"{TorchNames.Inspection}.ModelGraph";

    /// <summary>The expression for the description, in a member of the model.</summary>
    public string Expression => IsConstant ? $"{holder}.Value" : $"{holder}.Of({string.Join(", ", Arguments.Select(argument => argument.Value))})";

    private bool IsConstant => !Arguments.Any();

    /// <summary>What the description depends on: values of parameters, and the model, whose modules are counted.</summary>
    private IEnumerable<(string Type, string Name, string Value)> Arguments
    {
        get
        {
            foreach (DimSymbol parameter in graph.Parameters.Select(parameter => parameter.Symbol))
                yield return ("long", Code.Name(parameter), parameters.FieldOf(parameter));
            if (table.Layers.SelectMany(table.Parts).Any(part => part.Kind.CountsAtRunTime)) yield return (graph.Declaration.Type.Name, Model, "this");
        }
    }

    private string Model => Identifiers.Take([.. graph.Parameters.Select(parameter => parameter.Symbol.Name)], "model", "_");

    public void Write(SourceWriter writer)
    {
        writer.Open($"private static class {holder}");
        writer.Line(IsConstant
            ? $"public static readonly {Type} Value = new {Type}("
            : $"public static {Type} Of({string.Join(", ", Arguments.Select(argument => $"{argument.Type} {argument.Name}"))}) => new {Type}(");
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

    private string Describe(Layer layer)
    {
        IEnumerable<string> texts = new[] { layer.Name, layer.Key, layer.Kind.Name, layer.Kind.Describe(layer) }.Select(Identifiers.Quote);
        string frozen = Count(table.FrozenParts(layer), isTrained: true);
        string[] inner = [.. table.Parts(layer).Where(part => part.HasWeights).Select(ownKey).Where(key => key != layer.Key).Distinct()];
        IEnumerable<string> counts = [Count(table.Parts(layer), isTrained: true), Count(table.Parts(layer), isTrained: false)];
        if (frozen != "0") counts = counts.Append($"FrozenParameters: {frozen}");
        if (inner.Length > 0) counts = counts.Append($"Inner: {Strings(inner)}");
        return string.Join(", ", texts.Concat(counts));
    }

    /// <summary>What the build knows, and what the program counts of modules of which it does not.</summary>
    private string Count(IEnumerable<Layer> parts, bool isTrained)
    {
        string method = isTrained ? "Parameters" : "Buffers";
        Dim known = GraphTable.Count(parts, isTrained);
        IEnumerable<string> counts = parts.Where(part => part.Kind.CountsAtRunTime).Select(part => $"{TorchNames.OwnCode}.{method}({Model}.{members.Module(part)})");
        return string.Join(" + ", counts.Any() && known.Value == 0 ? counts : counts.Prepend(Code.Write(known)));
    }

    private static string Strings(IEnumerable<string> items) => Array(items.Select(Identifiers.Quote));

    private static string Array(IEnumerable<string> items) =>
        items.Any() ? $"new string[] {{ {string.Join(", ", items)} }}" : "global::System.Array.Empty<string>()";
}
