using System.Globalization;
using TorchSharp;

namespace GraphGen.Inspection;

/// <summary>All that a summary tells, in whatever format.</summary>
/// <param name="Model">The model's class.</param>
/// <param name="Rows">A row for each node.</param>
/// <param name="Parameters">The parameters of all layers.</param>
/// <param name="Trainable">Those that are trained.</param>
/// <param name="Buffers">The buffer elements of all layers.</param>
/// <param name="MultiplyAdds">The multiply-adds for one example, as far as they are known: a number, or an expression.</param>
/// <param name="IsCostKnown">Whether those of all nodes are known.</param>
/// <param name="Memory">The memory for a batch; null where none was named.</param>
internal sealed record SummaryReport(
    string Model, IReadOnlyList<SummaryRow> Rows, long Parameters, long Trainable, long Buffers, string MultiplyAdds, bool IsCostKnown, BatchMemory? Memory)
{
    public long Frozen => Parameters - Trainable;

    /// <summary>The report of a model as it is now.</summary>
    /// <param name="graph">Its graph, with what is frozen.</param>
    /// <param name="module">The model.</param>
    /// <param name="batchSize">The batch whose memory is asked for.</param>
    /// <param name="sizes">The values of dynamic dimensions.</param>
    /// <param name="depth">How many levels of nested models and copies have rows of their own.</param>
    public static SummaryReport Of(ModelGraph graph, torch.nn.Module module, long? batchSize, IReadOnlyDictionary<string, long> sizes, int depth)
    {
        torch.ScalarType floating = FloatingType(module);
        var known = new GraphSizes(graph, sizes);
        var writer = new SummaryRows(floating);
        SummaryRow[] rows = [.. writer.Of(known, [], depth)];
        BatchMemory? memory = batchSize is { } batch
            ? BatchMemory.Of(module, new GraphSizes(graph, sizes.Append(KeyValuePair.Create(GraphSizes.Batch, batch))), batch, floating)
            : null;
        return new SummaryReport(
            graph.Name,
            rows,
            graph.Parameters,
            graph.TrainableParameters,
            graph.Buffers,
            graph.MultiplyAdds is { } all ? known.Show(all) : SumOfKnown(rows),
            graph.MultiplyAdds is not null,
            memory);
    }

    private static string SumOfKnown(IReadOnlyList<SummaryRow> rows)
    {
        string[] costs = [.. rows.Select(row => row.MultiplyAdds).OfType<string>()];
        long numbers = costs.Sum(cost => SizeExpression.Evaluate(cost, _ => null) ?? 0);
        IEnumerable<string> others = costs.Where(cost => SizeExpression.Evaluate(cost, _ => null) is null);
        return string.Join(" + ", numbers == 0 && others.Any() ? others : others.Prepend(numbers.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The type of the weights; of a model without any TorchSharp's default.</summary>
    private static torch.ScalarType FloatingType(torch.nn.Module module) =>
        module.parameters().Concat(module.buffers()).Select(tensor => (torch.ScalarType?)tensor.dtype).FirstOrDefault(type => type is torch.ScalarType.Float16 or torch.ScalarType.BFloat16 or torch.ScalarType.Float32 or torch.ScalarType.Float64) ?? torch.get_default_dtype();
}
