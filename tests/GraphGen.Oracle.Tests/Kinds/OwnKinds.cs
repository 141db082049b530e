using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Modules and functions of the user's own, which each project of drawn models has.</summary>
internal static class OwnKinds
{
    /// <summary>The user's own code, beside the models.</summary>
    public const string Source = """
        using GraphGen;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;

        [Shape("N ... features -> N ... features*times")]
        public sealed class Scaled : nn.Module<Tensor, Tensor>
        {
            public Scaled(long features, long times = 2)
                : base(nameof(Scaled))
            {
                register_parameter("scale", new Parameter(randn(times, features)));
            }

            public override Tensor forward(Tensor x) => (x.unsqueeze(-2) * get_parameter("scale")!).flatten(-2);
        }

        public static class Own
        {
            public static Tensor Bend(Tensor x) => x * x.sigmoid();

            [Shape("N T F, N T -> N F")]
            public static Tensor Pool(Tensor sequence, Tensor weights) => (sequence * weights.unsqueeze(2)).sum(1);

            [Shape("N 2*H ... -> N H ...")]
            public static Tensor Halve(Tensor x) => x.narrow(1, 0, x.size(1) / 2).clone();

            [Shape("N A, N B -> N (A+B)/2 Bool")]
            public static Tensor Signs(Tensor a, Tensor b) => cat(new[] { a, b }, 1).narrow(1, 0, (a.size(1) + b.size(1)) / 2) > 0;
        }
        """;

    public static IReadOnlyList<Kind> List { get; } =
    [
        new("Custom", DrawScaled, Scale) { Make = (layer, write) => $"Custom<Scaled>({write(layer["arguments"]!)})" },
        new("Lambda", d => d.IsWild ? null : Drawing.Apply(d.Floating(), Named("Bend")), Bend) { Make = MakeFunction },
        new("Lambda", DrawPool, Pool) { Make = MakeFunction },
        new("Lambda", d => Drawing.Apply(d.Node(tensor => tensor.dim() > 1 && tensor.size(1) % 2 == 0), Named("Halve")), Halve) { Make = MakeFunction },
        new("Lambda", d => Drawing.Apply([d.OfModel(2, 2), d.OfModel(2, 2)], Named("Signs")), Sign) { Make = MakeFunction },
    ];

    private static Argument Named(string function) => ("function", new Word($"Own.{function}"));

    private static string MakeFunction(DrawnLayer layer, Func<object, string> write) => $"Lambda({write(layer["function"]!)})";

    /// <summary>What has no signature makes what it takes, which this does of floating types.</summary>
    private static Tensor Bend(Call c)
    {
        Refusal.Unless(c.X.is_floating_point(), $"Elements of {c.X.dtype}.");
        return c.X * c.X.sigmoid();
    }

    private static Application? DrawScaled(Drawing d)
    {
        if (d.IsWild || d.OfModel(2) is not { } x || d.Matching(x, tensor => tensor.size(-1)) is not { } features) return null;
        return Drawing.Apply(x, ("arguments", new Many(d.Chance.OneIn(2) ? [features] : [features, d.Size(1, 3)])));
    }

    private static Tensor Scale(Call c)
    {
        long[] arguments = c.Many("arguments");
        (long features, long times) = (arguments[0], arguments.Length > 1 ? arguments[1] : 2);
        Refusal.Unless(c.Rank > 1 && c.X.size(-1) == features && c.HasModelType(c.X), "Other features.");
        Tensor scale = c.Weights(weights => weights.Add("scale", times, features))["scale"]!;
        return cat([.. Enumerable.Range(0, (int)times).Select(i => c.X * scale.select(0, i))], -1);
    }

    private static Application? DrawPool(Drawing d)
    {
        if (d.OfModel(3, 3) is not { } sequence) return null;
        long steps = d.Tensor(sequence).size(1);
        return Drawing.Apply([sequence, d.Node(tensor => d.HasModelType(tensor) && tensor.dim() == 2 && tensor.size(1) == steps)], Named("Pool"));
    }

    private static Tensor Pool(Call c)
    {
        Tensor weights = c.Inputs[1];
        Refusal.Unless(c.Rank == 3 && weights.dim() == 2 && weights.size(1) == c.X.size(1), "N T F, N T");
        return c.X.mul(weights.unsqueeze(2)).sum(1);
    }

    private static Tensor Halve(Call c)
    {
        Refusal.Unless(c.Rank > 1 && c.X.size(1) % 2 == 0, "An even number.");
        return c.X.chunk(2, 1)[0];
    }

    private static Tensor Sign(Call c)
    {
        Refusal.Unless(c.Rank == 2 && c.Inputs[1].dim() == 2 && c.X.size(1) + c.Inputs[1].size(1) > 1 && !c.X.is_complex() && !c.Inputs[1].is_complex(), "N A, N B");
        Tensor both = cat([c.X, c.Inputs[1]], 1);
        return both.narrow(1, 0, both.size(1) / 2).gt(0);
    }
}
