using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Functions of one tensor, element by element or along axes.</summary>
internal static class FunctionKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        new("Abs", d => Drawing.Apply(d.Real()), c => c.X.abs()),
        OfAny("Exp", c => c.Floating(c.X).exp()),
        OfAny("Sin", c => c.Floating(c.X).sin()),
        OfAny("Cos", c => c.Floating(c.X).cos()),
        new("Log", d => Drawing.Apply(Positive(d)), c => c.Floating(c.X).log()),
        new("Sqrt", d => Drawing.Apply(Positive(d)), c => c.Floating(c.X).sqrt()),
        OfAny("Square", c => c.X.square()),
        new("Pow", d => Drawing.Apply(Positive(d), ("p", d.Number(0, 3))), c => c.Layer["p"] is long whole ? c.X.pow(whole) : c.Floating(c.X).pow(c.Real("p", 0))),
        new("Clip", d => Drawing.Apply(d.Real(), ("min", d.Chance.OneIn(5) ? double.NegativeInfinity : d.Number(-1, 1)), ("max", d.Chance.OneIn(5) ? double.PositiveInfinity : d.Number(d.IsWild ? 0 : 1, 3))), Clip),
        Reducing("Mean", d => d.Floating(2), (c, axes, keep) => c.X.mean(axes, keep)),
        Reducing("Sum", d => d.Any(2), (c, axes, keep) => c.X.sum(axes, keep)),
        Reducing("Max", d => d.Any(2), (c, axes, keep) => c.X.amax(axes, keep)),
        Reducing("Min", d => d.Any(2), (c, axes, keep) => c.X.amin(axes, keep)),
        Reducing("Norm", d => d.Floating(2), Norm),
        Reducing("ArgMax", d => d.Real(2), ArgMax),
    ];

    private static DrawnNode? Positive(Drawing d) => d.Node(tensor => tensor.dtype != ScalarType.Bool && !tensor.is_complex() && tensor.min().ToDouble() > 0.05);

    private static Kind OfAny(string name, Func<Call, Tensor> run) => new(name, d => Drawing.Apply(d.Any()), run);

    private static Tensor Clip(Call c)
    {
        Refusal.Unless(c.Real("min", 0) <= c.Real("max", 0), "No range.");
        bool isWhole = c.Layer["min"] is long && c.Layer["max"] is long;
        return isWhole ? c.X.clamp(c.Int("min"), c.Int("max")) : c.Floating(c.X).clamp(c.Real("min", 0), c.Real("max", 0));
    }

    private static Kind Reducing(string name, Func<Drawing, DrawnNode?> node, Func<Call, long[], bool, Tensor> reduce) => new(
        name,
        d => node(d) is { } x ? Drawing.Apply(x, ("axis", d.Maybe<object>(d.Axis(x))), ("keepDims", d.Flag())) : null,
        c =>
        {
            Refusal.Unless(c.Rank > 1 || c.Has("axis"), "Nothing but the batch.");
            long[] axes = c.Has("axis") ? [c.Axis("axis", c.Rank)] : [.. Enumerable.Range(1, c.Rank - 1).Select(axis => (long)axis)];
            return reduce(c, axes, c.Flag("keepDims"));
        });

    private static Tensor Norm(Call c, long[] axes, bool keep)
    {
        Refusal.Unless(c.X.is_floating_point() || c.X.is_complex(), $"Elements of {c.X.dtype}.");
        return c.X.abs().square().sum(axes, keep).sqrt();
    }

    /// <summary>The position along the axis, or among all elements of an example.</summary>
    private static Tensor ArgMax(Call c, long[] axes, bool keep)
    {
        if (c.Has("axis")) return c.X.argmax(axes[0], keep);
        Tensor positions = c.X.flatten(1).argmax(1);
        return keep ? positions.reshape([c.X.size(0), .. axes.Select(_ => 1L)]) : positions;
    }
}
