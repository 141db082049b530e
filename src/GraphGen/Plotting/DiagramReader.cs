using GraphGen.Inspection;

namespace GraphGen.Plotting;

/// <summary>Makes the boxes and arrows of a model.</summary>
internal static class DiagramReader
{
    /// <summary>The diagram of a graph.</summary>
    /// <param name="graph">The graph.</param>
    public static Diagram Read(ModelGraph graph) => Read(graph, "n", copies: 1);

    private static Diagram Read(ModelGraph graph, string prefix, int copies)
    {
        Dictionary<string, ModelLayer> layers = graph.Layers.ToDictionary(layer => layer.Name);
        ModelNode[][] groups = [.. graph.Nodes.GroupBy(node => ApplicationOf(node)).Select(group => group.ToArray())];
        Dictionary<string, Sharing> sharings = Sharings(groups);
        ILookup<string, string> outputs = graph.Outputs.ToLookup(output => output.Node, output => output.Name);
        bool isSecond = false;
        Box[] boxes = [.. groups.Select((group, i) =>
        {
            Box box = ReadBox(group, $"{prefix}{i}", group[0].Layer is { } layer ? layers[layer] : null, sharings, outputs, isFolded: isSecond);
            isSecond |= copies > 1 && box.Inner is not null;
            return box;
        })];

        var places = new Dictionary<string, (Box Box, int Result)>();
        foreach (Box box in boxes)
        {
            for (int i = 0; i < box.Results.Count; i++) places.Add(box.Results[i].Name, (box, i));
        }

        return new Diagram(
            Title(graph),
            boxes,
            [.. boxes.SelectMany(box => box.Reads.Select((node, i) => new Arrow(places[node].Box, places[node].Result, box, i)))],
            [.. graph.Inputs.Select(input => places[input].Box)],
            [.. graph.Outputs.Select(output => new Outlet(output.Name, places[output.Node].Box, places[output.Node].Result))]);
    }

    private static string Title(ModelGraph graph) => $"{graph.Name}: " + SummaryTable.Totals(
        SummaryTable.Format(graph.Parameters), SummaryTable.Format(graph.TrainableParameters), SummaryTable.Format(graph.FrozenParameters), SummaryTable.Format(graph.Buffers));

    /// <summary>What nodes of one box have in common: those that are parts of what one layer makes of the same.</summary>
    private static string ApplicationOf(ModelNode node) =>
        node is { Layer: not null, Part: not null } ? $"{node.Layer}({string.Join(",", node.Inputs)})" : node.Name;

    private static Dictionary<string, Sharing> Sharings(ModelNode[][] groups) => groups
        .Where(group => group[0].Layer is not null)
        .GroupBy(group => group[0].Layer!)
        .Where(uses => uses.Count() > 1)
        .Select((uses, number) => new Sharing(number, uses.Key, [.. uses.Select(NameOf)]))
        .ToDictionary(sharing => sharing.Layer);

    private static string NameOf(ModelNode[] group) => string.Join(", ", group.Select(node => node.Name));

    private static Box ReadBox(ModelNode[] group, string id, ModelLayer? layer, Dictionary<string, Sharing> sharings, ILookup<string, string> outputs, bool isFolded)
    {
        ModelNode node = group[0];
        BoxKind kind = layer is not null ? BoxKind.Layer : node.Part is null ? BoxKind.Input : BoxKind.Part;
        return new Box
        {
            Id = id,
            Kind = kind,
            Name = NameOf(group),
            Description = layer?.Description ?? node.Part ?? "Input",
            Parameters = layer is null ? "" : ParametersOf(layer),
            Key = layer is { Parameters: > 0 } or { Buffers: > 0 } ? layer.Key : "",
            Reads = node.Inputs,
            Outputs = [.. group.SelectMany(part => outputs[part.Name])],
            Results = [.. group.Select(part => new Result(part.Name, ShapeOf(part), OutputOf(part, layer?.Graph)))],
            Sharing = layer is null ? null : sharings.GetValueOrDefault(layer.Name),
            Inner = layer?.Graph is { } inner ? Read(inner, $"{id}_", layer.Repetitions) : null,
            IsFolded = isFolded && layer?.Graph is not null,
        };
    }

    /// <summary>Which output of a nested model a part is; <c>["code"]</c> is that of this name.</summary>
    private static int OutputOf(ModelNode node, ModelGraph? inner) =>
        inner is null ? 0 : Math.Max(0, inner.Outputs.ToList().FindIndex(output => node.Part == $"[\"{output.Name}\"]"));

    private static string ShapeOf(ModelNode node) => $"({string.Join(", ", node.Shape)})" + (node.ElementType is null ? "" : $" {node.ElementType}");

    private static string ParametersOf(ModelLayer layer)
    {
        if (layer.Parameters == 0) return "";
        string count = layer.Parameters == 1 ? "1 parameter" : $"{SummaryTable.Format(layer.Parameters)} parameters";
        return layer.FrozenParameters == 0 ? count
            : layer.FrozenParameters == layer.Parameters ? $"{count}, frozen"
            : $"{count}, {SummaryTable.Format(layer.FrozenParameters)} frozen";
    }
}
