using System.Globalization;
using TorchSharp;

namespace GraphGen.Inspection;

/// <summary>Makes the rows of a summary.</summary>
/// <param name="floating">The model's floating type.</param>
internal sealed class SummaryRows(torch.ScalarType floating)
{
    public IEnumerable<SummaryRow> Of(GraphSizes sizes, IReadOnlyList<string> path, int depth)
    {
        var firstUse = new Dictionary<string, string>();
        foreach (ModelNode node in sizes.Graph.Nodes)
        {
            ModelLayer? layer = sizes.LayerOf(node);
            bool isShared = layer is not null && !firstUse.TryAdd(layer.Name, node.Name);
            bool hasWeights = layer is { Parameters: > 0 } or { Buffers: > 0 };
            IReadOnlyList<string> own = [.. path, node.Name];
            yield return new SummaryRow(
                node.Name,
                string.Join('/', own),
                path.Count,
                $"{layer?.Description ?? (node.Part is null ? "Input" : "")}{node.Part}",
                node.Inputs,
                [.. node.Inputs.Select(input => Shape(sizes, sizes.Nodes[input]))],
                Shape(sizes, node),
                node.ElementType?.ToString() ?? floating.ToString(),
                isShared ? 0 : layer?.Parameters ?? 0,
                isShared ? 0 : layer?.Parameters - layer?.FrozenParameters ?? 0,
                isShared ? 0 : layer?.Buffers ?? 0,
                isShared && hasWeights ? firstUse[layer!.Name] : null,
                node.MultiplyAdds is { } cost ? sizes.Show(cost) : null,
                Bytes(sizes, node),
                depth > 0 && !isShared && layer?.Graph is not null ? [.. Of(sizes.Within(node), own, depth - 1)] : []);
        }
    }

    private static string[] Shape(GraphSizes sizes, ModelNode node) => [.. node.Shape.Select(sizes.Show)];

    /// <summary>The bytes for one example: a number, times the sizes that are not known.</summary>
    private string Bytes(GraphSizes sizes, ModelNode node)
    {
        if (node.Memory != NodeMemory.Own) return "0";
        long known = ElementBytes.Of(node.ElementType, floating.ElementSize());
        var open = new List<string>();
        foreach (string axis in node.Shape.Where(axis => axis != GraphSizes.Batch))
        {
            if (sizes.ValueOf(axis) is { } value) known = checked(known * value);
            else open.Add(SizeExpression.NamesIn(axis) is [var name] && name == axis ? axis : $"({axis})");
        }

        string number = known.ToString(CultureInfo.InvariantCulture);
        return known == 0 ? number : string.Join(" * ", open.Prepend(number));
    }
}
