using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
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
/// <param name="memory">Which of the nodes have memory of their own.</param>
/// <param name="members">The members that hold its modules.</param>
/// <param name="ownKey">The key by which the model itself registers a layer, or what holds it.</param>
internal sealed class GraphDescriptionWriter(
    string holder,
    string name,
    IReadOnlyList<Node> nodes,
    GraphTable table,
    Graph graph,
    ParameterWriter parameters,
    MemoryMap memory,
    IModelMembers members,
    Func<Layer, string> ownKey)
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
            if (table.Layers.SelectMany(layer => layer.WithInner).Any(part => part.Kind.CountsAtRunTime || part.Kind.IsModel)) yield return (graph.Declaration.Type.Name, Model, "this");
        }
    }

    private string Model => Identifiers.Take([.. graph.Parameters.Select(parameter => parameter.Symbol.Name)], "model", "_");

    public void Write(SourceWriter writer)
    {
        writer.Open($"private static class {holder}");
        string start = IsConstant
            ? $"public static readonly {Type} Value = "
            : $"public static {Type} Of({string.Join(", ", Arguments.Select(argument => $"{argument.Type} {argument.Name}"))}) => ";
        WriteGraph(
            writer,
            start,
            name,
            NodeRow.Of(nodes).Select(Describe),
            table.Layers.Select(layer => new Registered(layer, layer.Key, table.Parts(layer), ownKey)),
            graph.Inputs.Select(input => input.Name),
            graph.Outputs.Select(output => (output.Name, output.Node.Name)),
            graph.MultiplyAdds,
            ";");
        writer.Close();
    }

    private void WriteGraph(
        SourceWriter writer,
        string start,
        string title,
        IEnumerable<string> tensors,
        IEnumerable<Registered> layers,
        IEnumerable<string> inputs,
        IEnumerable<(string Name, string Node)> outputs,
        Dim? multiplyAdds,
        string end)
    {
        writer.Line($"{start}new {Type}(");
        writer.Indented(() =>
        {
            writer.Line($"{Identifiers.Quote(title)},");
            WriteArray(writer, "ModelNode", tensors, (node, item) => writer.Line($"{item}({node}),"), ",");
            WriteArray(writer, "ModelLayer", layers, (layer, item) => WriteLayer(writer, layer, item), ",");
            writer.Line($"{Strings(inputs)},");
            WriteArray(writer, "ModelOutput", outputs, (output, item) => writer.Line($"{item}({Identifiers.Quote(output.Name)}, {Identifiers.Quote(output.Node)}),"), ",");
            writer.Line($"{DescribeOrNull(multiplyAdds)}){end}");
        });
    }

    private static void WriteArray<T>(SourceWriter writer, string type, IEnumerable<T> items, Action<T, string> write, string end)
    {
        writer.Line($"new {TorchNames.Inspection}.{type}[]");
        writer.Line("{");
        writer.Indented(() =>
        {
            foreach (T item in items) write(item, $"new {TorchNames.Inspection}.{type}");
        });
        writer.Line("}" + end);
    }

    private string Describe(NodeRow row)
    {
        // Of several results of one call the first one costs.
        Node node = row.Node;
        bool isFirst = node.Source is null || nodes.First(other => other.Source == node.Source) == node;
        Dim? cost = row.Layer is null || !isFirst ? Dim.Zero : (node.Source ?? node).MultiplyAdds;
        string text = Describe(node.Name, row.Layer?.Name, row.Inputs.Select(input => input.Name), node.Type!, cost, memory[node]);
        if (node.PartName.Length > 0) text += $", Part: {Identifiers.Quote(node.PartName)}";
        return graph.Taps.Any(tap => tap.Node == node) ? $"{text}, IsTapped: true" : text;
    }

    private static string Describe(string node, string? layer, IEnumerable<string> inputs, TensorType type, Dim? cost, string? memory)
    {
        string element = type.Element == ElementType.Float32 ? "null" : $"{TorchNames.DType}.{type.Element}";
        string text = $"{Identifiers.Quote(node)}, {(layer is null ? "null" : Identifiers.Quote(layer))}, {Strings(inputs)}, {Array(type.Shape.Axes.Select(Describe))}, {element}";
        if (cost?.Value != 0) text += $", MultiplyAdds: {DescribeOrNull(cost)}";
        return memory is null ? text : $"{text}, Memory: {TorchNames.Inspection}.NodeMemory.{memory}";
    }

    private static string DescribeOrNull(Dim? size) => size is null ? "null" : Describe(size);

    /// <summary>A size as a string, in which parameters have their values.</summary>
    private static string Describe(Dim size)
    {
        if (size.Symbols.All(symbol => symbol.Kind != SymbolKind.Parameter)) return Identifiers.Quote(size.ToString());
        return $"global::System.FormattableString.Invariant($\"{DimTemplate.Write(size)}\")";
    }

    private void WriteLayer(SourceWriter writer, Registered registered, string item)
    {
        Layer layer = registered.Layer;
        List<string> arguments = [.. new[] { layer.Name, registered.Key, layer.Kind.Name, layer.Kind.Describe(layer) }.Select(Identifiers.Quote)];
        arguments.Add(Count(registered.Parts, GraphTable.Parameters, "Parameters"));
        arguments.Add(Count(registered.Parts, GraphTable.Buffers, "Buffers"));
        string frozen = CountFrozen(registered.Parts);
        if (frozen != "0") arguments.Add($"FrozenParameters: {frozen}");
        string[] inner = [.. registered.Parts.Where(part => part.HasWeights).Select(registered.KeyOf).Where(key => key != registered.Key).Distinct()];
        if (inner.Length > 0) arguments.Add($"Inner: {Strings(inner)}");
        Layer named = layer;
        while (named.Kind.LendsName) named = named.Inner.First();
        if (named.Kind.IsModel) arguments.Add($"Graph: {Model}.{members.Module(named)}.Graph");
        string text = $"{item}({string.Join(", ", arguments)}";
        if (named.Kind is Repeat) WriteCopies(writer, named, text);
        else writer.Line($"{text}),");
    }

    /// <summary>A repeated layer as the graph of its copies, applied to what the layer was applied to first.</summary>
    private void WriteCopies(SourceWriter writer, Layer repeat, string start)
    {
        const string Input = "input";
        Dictionary<Layer, string> keys = Repeat.Parts(repeat).ToDictionary(part => part.Layer, part => part.Key);
        Layer[] copies = [.. repeat.Inner];
        TensorType type = repeat.BuiltFor![0];
        string last = Input;
        List<string> chain = [Describe(Input, null, [], type, Dim.Zero, "View")];
        foreach (Layer copy in copies)
        {
            TensorType next = TorchCode.TypeOf(copy, type);
            chain.Add(Describe(copy.Name, copy.Name, [last], next, copy.MultiplyAdds([type], next), MemoryMap.Of(copy, inOrder: true)));
            (type, last) = (next, copy.Name);
        }

        WriteGraph(
            writer,
            $"{start}, Repetitions: {Code.Write(copies.Length)}, Graph: ",
            repeat.Kind.Describe(repeat),
            chain,
            copies.Select(copy => new Registered(copy, keys[copy], [.. copy.WithInner], part => keys.TryGetValue(part, out string key) ? key : keys[copy])),
            [Input],
            [("output", last)],
            repeat.MultiplyAdds(repeat.BuiltFor, type),
            "),");
    }

    /// <summary>What the build knows, and what the program counts of modules of which it does not.</summary>
    private string Count(IEnumerable<Layer> parts, Func<Layer, IEnumerable<Weight>> weights, string method) =>
        Sum(parts.SelectMany(weights), parts.Where(part => part.Kind.CountsAtRunTime).Select(part => $"{TorchNames.OwnCode}.{method}({Model}.{members.Module(part)})"));

    private string CountFrozen(IEnumerable<Layer> parts) => Sum(
        parts.SelectMany(part => part.FrozenWeights),
        from part in parts
        where part.Kind.CountsAtRunTime && (part.IsFrozen || part.Kind.IsModel)
        let module = $"{Model}.{members.Module(part)}"
        select part.IsFrozen ? $"{TorchNames.OwnCode}.Parameters({module})" : $"{module}.Graph.FrozenParameters");

    private static string Sum(IEnumerable<Weight> known, IEnumerable<string> counted)
    {
        Dim sum = Weight.Sum(known);
        return string.Join(" + ", counted.Any() && sum.Value == 0 ? counted : counted.Prepend(Code.Write(sum)));
    }

    private static string Strings(IEnumerable<string> items) => Array(items.Select(Identifiers.Quote));

    private static string Array(IEnumerable<string> items) =>
        items.Any() ? $"new string[] {{ {string.Join(", ", items)} }}" : "global::System.Array.Empty<string>()";

    /// <summary>A layer where it is registered.</summary>
    /// <param name="Layer">The layer.</param>
    /// <param name="Key">Its key there.</param>
    /// <param name="Parts">The layers that count with it, itself the first.</param>
    /// <param name="KeyOf">The keys of these.</param>
    private sealed record Registered(Layer Layer, string Key, IReadOnlyList<Layer> Parts, Func<Layer, string> KeyOf);
}
