using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GraphGen.Oracle.Tests;

/// <summary>Linear maps, embeddings, shapes, and what only training does.</summary>
internal static class CoreKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        new(
            "Dense",
            d => Drawing.Apply(d.OfModel(2), ("units", d.Size(1, 6)), ("activation", d.Activation()), ("bias", d.Flag(true)), ("initializer", d.Initializer())),
            Dense),
        new("Embedding", DrawEmbedding, Embed),
        new("Identity", d => Drawing.Apply(d.Any()), c => c.X.alias()),
        new("Flatten", d => Drawing.Apply(d.Any()), c => c.Rank == 1 ? c.X.unsqueeze(1) : c.X.flatten(1)),
        new("Reshape", DrawReshape, c => c.X.reshape([c.X.size(0), .. c.Many("shape")])),
        new("Permute", DrawPermute, Permute),
        new("RepeatVector", d => Drawing.Apply(d.Any(2, 2), ("n", d.Length(1, 4))), RepeatVector),
        new("ExpandDims", d => d.Any(1, 4) is { } x ? Drawing.Apply(x, ("axis", d.Axis(x, more: 1))) : null, c => c.X.unsqueeze(c.Int("axis"))),
        new("Squeeze", d => d.Node(tensor => tensor.shape.Skip(1).Contains(1)) is { } x ? Drawing.Apply(x, ("axis", DrawOne(d, x))) : null, Squeeze),
        Noisy("GaussianNoise", d => [("stddev", 0.5)]),
        Noisy("GaussianDropout", d => [("rate", d.Maybe(d.Rate()))]),
        Dropping("Dropout", 1, 6, (x, rate) => dropout(x, rate)),
        Dropping("SpatialDropout1D", 3, 3, (x, rate) => dropout1d(x, rate)),
        Dropping("SpatialDropout2D", 4, 4, (x, rate) => dropout2d(x, rate)),
        Dropping("SpatialDropout3D", 5, 5, (x, rate) => dropout3d(x, rate)),
        Dropping("AlphaDropout", 1, 6, (x, rate) => alpha_dropout(x, rate, training: true)),
    ];

    private static Tensor Dense(Call c)
    {
        Refusal.Unless(c.Rank > 0, "No axis to map.");
        Weights weights = c.Weights(weights => weights
            .Add("weight", c.Int("units"), c.X.size(-1))
            .AddIf(c.Flag("bias", true), "bias", c.Int("units")));
        return c.Activate(linear(c.X, weights["weight"]!, weights["bias"]));
    }

    private static Application? DrawEmbedding(Drawing d)
    {
        DrawnNode? x = d.Node(tensor => tensor.dtype is ScalarType.Int64 or ScalarType.Int32 && tensor.dim() < 5 && tensor.numel() > 0 && tensor.min().ToInt64() >= 0 && tensor.max().ToInt64() < 40);
        return Drawing.Apply(x, ("vocabulary", 40 + d.Chance.Between(0, 3)), ("dimension", d.Size(1, 4)), ("paddingIndex", d.Chance.OneIn(3) ? d.Whole(0, 39) : null), ("initializer", d.Initializer()));
    }

    private static Tensor Embed(Call c)
    {
        long vocabulary = c.Int("vocabulary");
        long padding = c.Int("paddingIndex");
        Refusal.Unless(padding >= 0 && padding < vocabulary, $"A padding index of {padding}.");
        Tensor weight = c.Weights(weights => weights.Add("weight", vocabulary, c.Int("dimension")))["weight"]!;
        Refusal.Unless(c.X.dtype is ScalarType.Int32 or ScalarType.Int64, $"Indices of {c.X.dtype}.");
        if (c.Has("paddingIndex")) weight = where(arange(vocabulary).eq(padding).unsqueeze(1), weight.detach(), weight);
        return weight.index_select(0, c.X.flatten().to(ScalarType.Int64)).reshape([.. c.X.shape, c.Int("dimension")]);
    }

    /// <summary>The sizes of a node joined, divided and in another order; one of them perhaps left open.</summary>
    private static Application? DrawReshape(Drawing d)
    {
        if (d.Any(1, 5) is not { } x) return null;
        int rank = (int)d.Tensor(x).dim();
        List<Quantity> sizes = [];
        bool isOpen = false;
        for (int i = 1; i < rank; i++)
        {
            int axis = i;
            Quantity? size = d.Matching(x, tensor => tensor.size(axis));
            if (size is null && isOpen) return null;
            isOpen |= size is null;
            sizes.Add(size ?? -1);
        }

        int at = (int)d.Chance.Between(0, Math.Max(sizes.Count - 1, 0));
        if (sizes.Count > 1 && at + 1 < sizes.Count && !isOpen && d.Chance.OneIn(2))
        {
            sizes[at] = sizes[at].Times(sizes[at + 1]);
            sizes.RemoveAt(at + 1);
        }
        else if (sizes.Count is > 0 and < 4 && long.TryParse(sizes[at].Text, out long number) && number > 1)
        {
            long factor = d.Chance.Of(Enumerable.Range(1, (int)number).Where(factor => number % factor == 0).ToArray());
            sizes[at] = number / factor;
            sizes.Insert(at, factor);
        }
        else
        {
            sizes.Insert(at, 1);
        }

        if (!isOpen && d.Chance.OneIn(3)) sizes[d.Chance.Of(Enumerable.Range(0, sizes.Count).ToArray())] = -1;
        if (d.Deviates()) sizes.Add(d.Whole(-1, 3));
        return Drawing.Apply(x, ("shape", new Many(d.Chance.OneIn(3) ? d.Chance.Shuffled(sizes) : [.. sizes])));
    }

    private static Application? DrawPermute(Drawing d)
    {
        if (d.Any(2, 5) is not { } x) return null;
        long[] axes = d.Chance.Shuffled(Enumerable.Range(1, (int)d.Tensor(x).dim() - 1).Select(axis => (long)axis));
        if (axes.Length > 0 && d.Deviates()) axes[0] = d.Whole(1, axes.Length);
        return Drawing.Apply(x, ("axes", new Many([.. axes])));
    }

    private static Tensor Permute(Call c)
    {
        long[] axes = c.Many("axes");
        Refusal.Unless(axes.Order().SequenceEqual(Enumerable.Range(1, c.Rank - 1).Select(axis => (long)axis)), "No order of the axes.");
        return c.X.permute([0, .. axes]);
    }

    private static Tensor RepeatVector(Call c)
    {
        Refusal.Unless(c.Rank == 2 && c.Int("n") > 0, "A vector is repeated at least once.");
        return stack(Enumerable.Repeat(c.X, (int)c.Int("n")), 1);
    }

    private static long DrawOne(Drawing d, DrawnNode x)
    {
        long[] shape = d.Tensor(x).shape;
        return d.IsWild ? d.Axis(x) : d.Chance.Of(Enumerable.Range(1, shape.Length - 1).Where(axis => shape[axis] == 1).ToArray());
    }

    private static Tensor Squeeze(Call c)
    {
        int axis = (int)c.Axis("axis", c.Rank);
        Refusal.Unless(c.X.size(axis) == 1, $"Axis {axis} has {c.X.size(axis)} elements.");
        return c.X.squeeze(axis);
    }

    private static Kind Noisy(string name, Func<Drawing, Argument[]> arguments) => new(name, d => Drawing.Apply(d.Floating(), arguments(d)), c =>
    {
        Refusal.Unless(c.X.is_floating_point() && c.Real("rate", 0.5) is >= 0 and < 1, $"Noise on {c.X.dtype}.");
        return c.X.alias();
    });

    /// <summary>In evaluation nothing is dropped; what could not be dropped in training is refused.</summary>
    private static Kind Dropping(string name, int fewest, int most, Func<Tensor, double, Tensor> drop) => new(
        name,
        d => Drawing.Apply(d.Floating(fewest, most), ("rate", d.Maybe(d.Rate()))),
        c =>
        {
            drop(c.X, c.Real("rate", 0.5)).Dispose();
            return c.X.alias();
        });
}
