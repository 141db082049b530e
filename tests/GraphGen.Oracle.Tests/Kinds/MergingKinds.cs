using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Functions of several tensors. Shapes are broadcast; all have as many axes, the batch first.</summary>
internal static class MergingKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        new("Concatenate", DrawConcatenation, c => cat([.. c.Inputs], c.Int("axis", -1))),
        Elementwise("Add", inputs => inputs.Aggregate((a, b) => a + b)),
        Elementwise("Multiply", inputs => inputs.Aggregate((a, b) => a * b)),
        new("Average", d => Drawing.Apply(Alike(d, 2, 4)), c => c.Inputs.Aggregate((a, b) => c.Floating(a) + c.Floating(b)) / c.Inputs.Count),
        Elementwise("Maximum", inputs => inputs.Aggregate(maximum)),
        Elementwise("Minimum", inputs => inputs.Aggregate(minimum)),
        new("Subtract", d => Drawing.Apply(Alike(d, 2, 2)), c => c.X - c.Inputs[1]),
        .. Comparing("Greater", gt, (x, number) => x.gt(number)),
        .. Comparing("GreaterEqual", ge, (x, number) => x.ge(number)),
        .. Comparing("Less", lt, (x, number) => x.lt(number)),
        .. Comparing("LessEqual", le, (x, number) => x.le(number)),
        .. Comparing("Equal", eq, (x, number) => x.eq(number)),
        .. Comparing("NotEqual", ne, (x, number) => x.ne(number)),
        new("Stack", DrawStack, c => stack(c.Inputs, c.Int("axis"))),
        new("Dot", DrawDot, Dot),
        new("MatMul", DrawMatMul, MatMul),
    ];

    /// <summary>The comparisons as functions, of two nodes or of a node and a number.</summary>
    private static IEnumerable<Kind> Comparing(string name, Func<Tensor, Tensor, Tensor> ofTwo, Func<Tensor, Scalar, Tensor> ofNumber) =>
    [
        new(name, d => Drawing.Apply(Alike(d, 2, 2)), c => ofTwo(c.X, c.Inputs[1])),
        new(name, d => Drawing.Apply(d.Real(), ("number", d.Number(-1, 2))), c => ofNumber(c.X, c.Layer["number"] is long whole ? whole : c.Real("number", 0))),
    ];

    /// <summary>Nodes of shapes that can be combined.</summary>
    public static DrawnNode?[]? Alike(Drawing d, int fewest, int most)
    {
        if (d.Node(tensor => tensor.dtype != ScalarType.Bool) is not { } first) return null;
        long[] shape = d.Tensor(first).shape;
        bool Suits(Tensor tensor) => tensor.dtype != ScalarType.Bool && Combine(shape, tensor.shape) is not null;
        DrawnNode?[] nodes = [first, .. Enumerable.Range(0, (int)d.Chance.Between(fewest, most) - 1).Select(_ =>
        {
            DrawnNode? next = d.Node(Suits);
            if (next is not null) shape = Combine(shape, d.Tensor(next).shape) ?? shape;
            return next;
        })];
        return nodes;
    }

    private static long[]? Combine(long[] a, long[] b) =>
        a.Length == b.Length && a.Zip(b).All(pair => pair.First == pair.Second || pair.First == 1 || pair.Second == 1)
            ? [.. a.Zip(b, Math.Max)]
            : null;

    private static Kind Elementwise(string name, Func<IReadOnlyList<Tensor>, Tensor> merge) => new(name, d => Drawing.Apply(Alike(d, 2, 4)), c => merge(c.Inputs));

    private static Application? DrawStack(Drawing d)
    {
        if (d.Any(1, 4) is not { } first) return null;
        DrawnNode?[] nodes = [first, .. Enumerable.Range(0, (int)d.Chance.Between(1, 2)).Select(_ => d.Node(tensor => tensor.shape.SequenceEqual(d.Tensor(first).shape)))];
        return Drawing.Apply(nodes, ("axis", d.Axis(first, more: 1)));
    }

    private static Application? DrawDot(Drawing d)
    {
        if (d.OfModel(2, 4) is not { } a) return null;
        long axis = d.Axis(a);
        long size = d.Tensor(a).dim() is var rank && axis >= -rank && axis < rank ? d.Tensor(a).size((int)axis) : 1;
        DrawnNode? b = d.Node(tensor => d.HasModelType(tensor) && axis >= -tensor.dim() && axis < tensor.dim() && axis != -tensor.dim() && tensor.size((int)axis) == size);
        return Drawing.Apply([a, b], ("axis", axis == -1 && d.Chance.OneIn(2) ? null : axis), ("normalize", d.Flag()));
    }

    private static Tensor Dot(Call c)
    {
        bool isNormal = c.Flag("normalize");
        (Tensor a, Tensor b) = (Prepare(c.X), Prepare(c.Inputs[1]));
        Refusal.Unless(a.dtype == b.dtype && a.dtype != ScalarType.Bool && a.size(-1) == b.size(-1), "Types or sizes.");
        long[] shape = [c.Batch, .. a.shape[1..^1], .. b.shape[1..^1]];
        Tensor products = (a.reshape([c.Batch, -1, 1, a.size(-1)]) * b.reshape([c.Batch, 1, -1, b.size(-1)])).sum(-1).to(a.dtype);
        return products.reshape(shape.Length == 1 ? [c.Batch, 1] : shape);

        Tensor Prepare(Tensor x)
        {
            Tensor last = x.movedim([c.Axis("axis", x.dim(), -1)], [-1]);
            Refusal.Unless(!isNormal || x.is_floating_point() || x.is_complex(), $"Cosines of {x.dtype}.");
            return isNormal ? last / last.abs().square().sum(-1, true).sqrt().clamp_min(1e-12) : last;
        }
    }

    private static Application? DrawMatMul(Drawing d)
    {
        if (d.OfModel(3, 4) is not { } a) return null;
        long[] shape = d.Tensor(a).shape;
        DrawnNode? b = d.Node(tensor => d.HasModelType(tensor) && tensor.dim() == shape.Length && tensor.size(-2) == shape[^1] && Combine(shape[..^2], tensor.shape[..^2]) is not null);
        return Drawing.Apply([a, b]);
    }

    /// <summary>By the definition: TorchSharp's own ends the process where sizes do not agree.</summary>
    private static Tensor MatMul(Call c)
    {
        (Tensor a, Tensor b) = (c.X, c.Inputs[1]);
        Refusal.Unless(a.dim() > 2 && a.dim() == b.dim() && a.size(-1) == b.size(-2) && a.dtype == b.dtype && a.dtype != ScalarType.Bool, "Types or sizes.");
        return (a.unsqueeze(-1) * b.unsqueeze(-3)).sum(-2).to(a.dtype);
    }

    private static Application? DrawConcatenation(Drawing d)
    {
        if (d.Any(2) is not { } first) return null;
        long axis = d.Axis(first);
        long[] shape = d.Tensor(first).shape;
        int joined = (int)(axis < 0 ? axis + shape.Length : axis);
        bool Suits(Tensor tensor) => tensor.dim() == shape.Length && Enumerable.Range(0, shape.Length).All(i => i == joined || tensor.size(i) == shape[i]);
        DrawnNode?[] nodes = [first, .. Enumerable.Range(0, (int)d.Chance.Between(1, 3)).Select(_ => d.Node(Suits))];
        return Drawing.Apply(nodes, ("axis", joined == shape.Length - 1 && d.Chance.OneIn(2) ? null : axis));
    }
}
