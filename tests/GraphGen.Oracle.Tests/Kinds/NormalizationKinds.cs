using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace GraphGen.Oracle.Tests;

/// <summary>Normalizations, as they are in evaluation.</summary>
internal static class NormalizationKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        new("BatchNormalization", d => Drawing.Apply(d.OfModel(2, 5), ("momentum", d.Maybe(0.3)), ("epsilon", d.Maybe(0.01)), ("affine", d.Flag(true))), OverBatch),
        new(
            "LayerNormalization",
            d => d.Floating(2) is { } x && (d.HasModelType(d.Tensor(x)) || d.IsWild) ? Drawing.Apply(x, ("axes", d.Maybe<object>(d.Whole(1, d.Tensor(x).dim() - 1))), ("epsilon", d.Maybe(0.01)), ("affine", d.Flag(true))) : null,
            OverLastAxes),
        new("InstanceNormalization", d => Drawing.Apply(d.OfModel(3, 5), ("epsilon", d.Maybe(0.01)), ("affine", d.Flag())), OverSpace),
        new("GroupNormalization", d => Drawing.Apply(d.OfModel(3, 5), ("groups", d.Chance.OneIn(2) ? 1 : d.Whole(1, 3)), ("epsilon", d.Maybe(0.01)), ("affine", d.Flag(true))), OverGroups),
        new("RMSNormalization", d => d.OfModel(2) is { } x ? Drawing.Apply(x, ("axes", d.Maybe<object>(d.Whole(1, d.Tensor(x).dim() - 1))), ("epsilon", d.Maybe(0.01)), ("affine", d.Flag(true))) : null, OverSquares),
        new("UnitNormalization", d => d.Floating(2) is { } x ? Drawing.Apply(x, ("axis", d.Maybe<object>(d.Axis(x)))) : null, c =>
        {
            Refusal.Unless(c.X.is_floating_point() || c.X.is_complex(), $"Elements of {c.X.dtype}.");
            Tensor length = c.X.abs().square().sum([c.Axis("axis", c.Rank, -1)], true).sqrt();
            return c.X / length.clamp_min(1e-12);
        }),
    ];

    private static Tensor OverBatch(Call c)
    {
        Refusal.Unless(c.Rank is >= 2 and <= 5, $"{c.Rank} axes.");
        long channels = c.X.size(1);
        bool isAffine = c.Flag("affine", true);
        Weights weights = c.Weights(weights => weights
            .AddIf(isAffine, "weight", channels)
            .AddIf(isAffine, "bias", channels)
            .AddBuffer("running_mean", randn(channels).mul_(0.1))
            .AddBuffer("running_var", rand(channels).add_(0.5))
            .AddBuffer("num_batches_tracked", zeros([], dtype: ScalarType.Int64)));
        return batch_norm(c.X, weights["running_mean"]!, weights["running_var"]!, weights["weight"], weights["bias"], eps: c.Real("epsilon", 1e-5));
    }

    private static Tensor OverLastAxes(Call c)
    {
        long axes = c.Int("axes", 1);
        Refusal.Unless(axes > 0 && axes < c.Rank, $"{axes} of {c.Rank} axes.");
        long[] shape = c.X.shape[^(int)axes..];
        Weights? weights = c.Flag("affine", true) ? c.Weights(weights => weights.Add("weight", shape).Add("bias", shape)) : null;
        return layer_norm(c.X, shape, weights?["weight"], weights?["bias"], c.Real("epsilon", 1e-5));
    }

    private static Tensor OverGroups(Call c)
    {
        Refusal.Unless(c.Rank > 2 && c.Int("groups") > 0, $"{c.Rank} axes.");
        Weights? weights = c.Flag("affine", true) ? c.Weights(weights => weights.Add("weight", c.X.size(1)).Add("bias", c.X.size(1))) : null;
        return group_norm(c.X, c.Int("groups"), weights?["weight"], weights?["bias"], c.Real("epsilon", 1e-5));
    }

    private static Tensor OverSquares(Call c)
    {
        long axes = c.Int("axes", 1);
        Refusal.Unless(axes > 0 && axes < c.Rank && c.X.is_floating_point(), $"{axes} of {c.Rank} axes.");
        long[] last = [.. Enumerable.Range(1, (int)axes).Select(axis => (long)-axis)];
        Tensor normal = c.X / (c.X.square().mean(last, true) + c.Real("epsilon", 1e-6)).sqrt();
        if (!c.Flag("affine", true)) return normal;
        Refusal.Unless(c.X.dtype == c.ModelType, $"Weights beside {c.X.dtype}.");
        return normal * c.Weights(weights => weights.Add("weight", c.X.shape[^(int)axes..]))["weight"]!;
    }

    private static Tensor OverSpace(Call c)
    {
        Refusal.Unless(c.Rank is >= 3 and <= 5, $"{c.Rank} axes.");
        Weights? weights = c.Flag("affine") ? c.Weights(weights => weights.Add("weight", c.X.size(1)).Add("bias", c.X.size(1))) : null;
        return instance_norm(c.X, weight: weights?["weight"], bias: weights?["bias"], eps: c.Real("epsilon", 1e-5));
    }
}
