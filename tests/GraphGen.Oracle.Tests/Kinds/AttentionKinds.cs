using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Means of values, weighted by how their keys fit a query. Inputs are query, value, key and mask, of which the last may be missing.</summary>
internal static class AttentionKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        new(
            "MultiHeadAttention",
            d => Draw(d, d.OfModel(3, 3), [("heads", d.Whole(1, 3)), ("keyDim", d.Maybe<object>(d.Size(1, 3))), ("dropout", d.Chance.OneIn(4) ? d.Rate() : null), ("causal", d.Flag())]),
            AttendInHeads) { Write = Write },
        new(
            "ScaledDotProductAttention",
            d => Draw(d, d.Node(tensor => d.HasModelType(tensor) && tensor.dim() is 3 or 4), [("causal", d.Flag()), ("dropout", d.Chance.OneIn(4) ? d.Rate() : null)]),
            c => Attend(c, ScaledDotProduct, c.Flag("causal"))) { Write = Write },
        new(
            "AdditiveAttention",
            d => Draw(d, d.Node(tensor => d.HasModelType(tensor) && tensor.dim() is 3 or 4), []),
            c => Attend(c, (query, key) => (Scale(c, key) * (query.unsqueeze(-2) + key.unsqueeze(-3)).tanh()).sum(-1), isCausal: false)) { Write = Write },
    ];

    private static Application? Draw(Drawing d, DrawnNode? query, Argument[] arguments)
    {
        if (query is null) return null;
        long[] shape = d.Tensor(query).shape;
        DrawnNode?[] inputs = d.Chance.Between(0, 3) switch
        {
            0 => [query],
            1 => [query, Like(shape[^1])],
            2 => [query, Like(), Like(shape[^1])],
            _ => [query, query, query, d.Node(tensor => tensor.dtype == ScalarType.Bool && tensor.dim() == shape.Length && tensor.size(-1) == shape[^2])],
        };
        return Drawing.Apply(inputs, arguments);

        DrawnNode? Like(long? features = null) => d.Node(tensor =>
            d.HasModelType(tensor) && tensor.dim() == shape.Length && tensor.shape[..^2].SequenceEqual(shape[..^2]) && (features is null || tensor.size(-1) == features));
    }

    private static string Write(DrawnNode node, Func<DrawnNode, string> read)
    {
        IReadOnlyList<DrawnNode> inputs = node.Inputs;
        string layer = ModelText.UseText(node.Layer!);
        bool isMasked = inputs.Count == 4;
        bool isSelf = isMasked && inputs[0] == inputs[1] && inputs[1] == inputs[2];
        return isSelf ? $"{layer}({read(inputs[0])}, mask: {read(inputs[3])})" : $"{layer}({string.Join(", ", inputs.Select(read))})";
    }

    private static Tensor Scale(Call c, Tensor key) => c.Weights(weights => weights.Add("scale", key.size(-1)))["scale"]!;

    private static Tensor ScaledDotProduct(Tensor query, Tensor key) => (query.unsqueeze(-2) * key.unsqueeze(-3)).sum(-1) / Math.Sqrt(query.size(-1));

    private static Tensor Attend(Call c, Func<Tensor, Tensor, Tensor> score, bool isCausal)
    {
        (Tensor query, Tensor value, Tensor key, Tensor? mask) = Read(c);
        Refusal.Unless(query.size(-1) == key.size(-1), "Features that cannot be compared.");
        return Attend(query, value, key, mask, score, isCausal);
    }

    /// <summary>The inputs, with those that are left out, all agreeing: a value and a key for each position, and as many axes.</summary>
    private static (Tensor Query, Tensor Value, Tensor Key, Tensor? Mask) Read(Call c)
    {
        Tensor query = c.X;
        Tensor value = c.Inputs.Count > 1 ? c.Inputs[1] : query;
        Tensor key = c.Inputs.Count > 2 ? c.Inputs[2] : value;
        Tensor? mask = c.Inputs.Count > 3 ? c.Inputs[3] : null;
        Refusal.Unless(c.Rank >= 3 && value.dim() == c.Rank && key.dim() == c.Rank, "Numbers of axes.");
        Refusal.Unless(query.shape[..^2].SequenceEqual(value.shape[..^2]) && query.shape[..^2].SequenceEqual(key.shape[..^2]), "Outer axes.");
        Refusal.Unless(value.size(-2) == key.size(-2), "Values and keys.");
        Refusal.Unless(query.is_floating_point() && query.dtype == value.dtype && query.dtype == key.dtype, "Element types.");
        if (mask is null) return (query, value, key, mask);
        long[] whole = [.. query.shape[..^1], key.size(-2)];
        Refusal.Unless(mask.dtype == ScalarType.Bool && mask.dim() == c.Rank && mask.shape.Zip(whole).All(pair => pair.First == 1 || pair.First == pair.Second), "The mask.");
        return (query, value, key, mask);
    }

    /// <summary>By the definition; zeros for a query that may attend to nothing.</summary>
    private static Tensor Attend(Tensor query, Tensor value, Tensor key, Tensor? mask, Func<Tensor, Tensor, Tensor> score, bool isCausal)
    {
        Tensor scores = score(query, key);
        Tensor allowed = ones(scores.shape, dtype: ScalarType.Bool);
        if (isCausal) allowed = allowed.tril();
        if (mask is not null) allowed = allowed.logical_and(mask);
        Tensor odds = where(allowed, (scores - scores.amax([-1], true)).exp(), zeros_like(scores));
        Tensor weights = odds / odds.sum(-1, true).clamp_min(1e-30);
        return (weights.unsqueeze(-1) * value.unsqueeze(-3)).sum(-2);
    }

    private static Tensor AttendInHeads(Call c)
    {
        (Tensor query, Tensor value, Tensor key, Tensor? mask) = Read(c);
        Refusal.Unless(c.Rank == 3 && c.Int("heads") > 0, "No sequence, or no heads.");
        (long features, long heads) = (query.size(-1), c.Int("heads"));
        Refusal.Unless(c.Has("keyDim") || features % heads == 0, "Features that the heads do not divide.");
        long size = c.Int("keyDim", features / heads);
        long width = heads * size;
        bool isPacked = features == value.size(-1) && features == key.size(-1);
        Weights weights = c.Weights(weights => (isPacked
            ? weights.Add("in_proj_weight", 3 * width, features)
            : weights.Add("q_proj_weight", width, features).Add("k_proj_weight", width, key.size(-1)).Add("v_proj_weight", width, value.size(-1)))
            .Add("in_proj_bias", 3 * width)
            .AddPart("out_proj", part => part.Add("weight", features, width).Add("bias", features)));
        Refusal.Unless(isPacked == weights["q_proj_weight"] is null, "Other weights.");
        Tensor Project(int which, string name, Tensor x)
        {
            Tensor weight = isPacked ? weights["in_proj_weight"]!.narrow(0, which * width, width) : weights[$"{name}_proj_weight"]!;
            Tensor projected = nn.functional.linear(x, weight, weights["in_proj_bias"]!.narrow(0, which * width, width));
            return projected.reshape([x.size(0), x.size(1), heads, size]).transpose(1, 2);
        }

        Tensor attended = Attend(Project(0, "q", query), Project(2, "v", value), Project(1, "k", key), mask?.unsqueeze(1), ScaledDotProduct, c.Flag("causal"));
        Weights output = weights.Part("out_proj");
        return nn.functional.linear(attended.transpose(1, 2).reshape([query.size(0), query.size(1), width]), output["weight"]!, output["bias"]!);
    }
}
