using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Operators, between tensors and with numbers, and slices. Some are functions too: <c>a + b</c> is <c>Add(a, b)</c>.</summary>
internal static class OperatorKinds
{
    private const string Items = "items";

    public static IReadOnlyList<Kind> List { get; } =
    [
        OfTwo("Add", '+', c => c.X + c.Inputs[1]),
        OfTwo("Subtract", '-', c => c.X - c.Inputs[1]),
        OfTwo("Multiply", '*', c => c.X * c.Inputs[1]),
        OfTwo("Divide", '/', c => c.Floating(c.X) / c.Floating(c.Inputs[1])),
        new("Negate", d => Drawing.Apply(d.Node(tensor => tensor.dtype != ScalarType.Bool)), c => -c.X) { Write = (node, read) => $"-{read(node.Inputs[0])}" },
        OfTwo("Greater", '>', c => c.X.gt(c.Inputs[1])),
        OfTwo("Less", '<', c => c.X.lt(c.Inputs[1])),
        WithNumber("Greater", '>', d => d.Real(), (a, b) => a.gt(b), _ => true),
        WithNumber("Less", '<', d => d.Real(), (a, b) => a.lt(b), _ => true),
        WithNumber("AddNumber", '+', d => d.Any(), (a, b) => a + b, c => c.Layer["number"] is double),
        WithNumber("SubtractNumber", '-', d => d.Real(), (a, b) => a - b, c => c.Layer["number"] is double),
        WithNumber("MultiplyNumber", '*', d => d.Any(), (a, b) => a * b, c => c.Layer["number"] is double),
        WithNumber("DivideNumber", '/', d => d.Any(), (a, b) => a / b, _ => true),
        new("Slice", DrawSlice, Slice) { Write = WriteSlice },
    ];

    private static Kind OfTwo(string name, char sign, Func<Call, Tensor> run) => new(name, d => Drawing.Apply(MergingKinds.Alike(d, 2, 2)), run)
    {
        Write = (node, read) => $"{read(node.Inputs[0])} {sign} {read(node.Inputs[1])}",
    };

    /// <summary>The operator between a tensor and a number; the number is a tensor of one element, of the type that the number has beside that tensor.</summary>
    private static Kind WithNumber(string name, char sign, Func<Drawing, DrawnNode?> node, Func<Tensor, Tensor, Tensor> operate, Func<Call, bool> givesFloating) => new(
        name,
        d => Drawing.Apply(node(d), ("number", d.Number(1, 3)), ("numberFirst", d.Chance.OneIn(2))),
        c =>
        {
            Refusal.Unless(c.X.dtype != ScalarType.Bool || sign != '-', "No difference of truth values.");
            Tensor tensor = givesFloating(c) ? c.Floating(c.X) : c.X;
            ScalarType type = tensor.dtype == ScalarType.Bool ? ScalarType.Int64 : tensor.dtype;
            Tensor number = full([], c.Real("number", 0), type);
            return c.Flag("numberFirst") ? operate(number, tensor) : operate(tensor, number);
        })
    {
        Write = (node, read) =>
        {
            string number = node.Layer!["number"] is long whole ? $"{whole}" : ((double)node.Layer["number"]!).ToString("0.0###", CultureInfo.InvariantCulture);
            return node.Layer["numberFirst"] is true ? $"{number} {sign} {read(node.Inputs[0])}" : $"{read(node.Inputs[0])} {sign} {number}";
        },
    };

    private static Application? DrawSlice(Drawing d)
    {
        if (d.Any(2) is not { } x) return null;
        long[] shape = d.Tensor(x).shape;
        long count = d.Deviates() ? shape.Length : d.Chance.Between(1, shape.Length - 1);
        Item[] items = [.. Enumerable.Range(1, (int)count).Select(axis => DrawItem(d, axis < shape.Length ? shape[axis] : 1))];
        return Drawing.Apply(x, (Items, items));
    }

    private static Item DrawItem(Drawing d, long size)
    {
        Position At(long position) => d.Chance.OneIn(3) ? new Position(size - position, FromEnd: true) : new Position(position, FromEnd: false);
        long start = Math.Max(d.Whole(0, size - 1), 0);
        if (d.Chance.OneIn(3)) return new Item(At(Math.Min(start, size)), null, IsRange: false);
        long end = Math.Max(d.Whole(Math.Min(start, size - 1) + 1, size), 0);
        return new Item(d.Chance.OneIn(3) ? null : At(Math.Min(start, size)), d.Chance.OneIn(3) ? null : At(Math.Min(end, size + 1)), IsRange: true);
    }

    private static Tensor Slice(Call c)
    {
        var items = (Item[])c.Layer[Items]!;
        Refusal.Unless(items.Length < c.Rank, $"{items.Length} items for {c.Rank} axes.");
        Tensor result = c.X;
        for (int i = items.Length; i > 0; i--)
        {
            Item item = items[i - 1];
            long size = c.X.size(i);
            long start = item.Start?.Of(size) ?? 0;
            long end = item.IsRange ? item.End?.Of(size) ?? size : start + 1;
            Refusal.Unless(start >= 0 && start < end && end <= size, $"{item.Text} of {size}.");
            result = result.narrow(i, start, end - start);
            if (!item.IsRange) result = result.squeeze(i);
        }

        return result;
    }

    private static string WriteSlice(DrawnNode node, Func<DrawnNode, string> read)
    {
        IEnumerable<string> items = ((Item[])node.Layer![Items]!).Select(item => item.Text).Prepend("..");
        return $"{read(node.Inputs[0])}[{string.Join(", ", items)}]";
    }
}
