using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>What a kind of layer draws its inputs and arguments from.</summary>
/// <param name="chance">The source of chance.</param>
/// <param name="nodes">The nodes made so far.</param>
/// <param name="unread">Those that nothing reads yet.</param>
/// <param name="layers">The layers made so far, also those within others.</param>
/// <param name="worlds">What the nodes are.</param>
/// <param name="symbols">The dimensions of the model.</param>
internal sealed class Drawing(
    Chance chance, IReadOnlyList<DrawnNode> nodes, IReadOnlySet<DrawnNode> unread, IReadOnlyList<DrawnLayer> layers, IReadOnlyList<World> worlds, IReadOnlyList<DrawnSymbol> symbols)
{
    public Chance Chance { get; } = chance;

    /// <summary>Whether arguments may be out of their ranges, and inputs of any shape and type.</summary>
    public bool IsWild { get; set; }

    /// <summary>Whether the model's floating type is double precision, so that <c>DType.Float64</c> would be the same by chance.</summary>
    public bool IsDouble => worlds[0].ModelType == ScalarType.Float64;

    /// <summary>How many models are around the one that is drawn.</summary>
    public int Depth { get; init; }

    public IReadOnlyList<World> Worlds => worlds;

    private Lane Base => worlds[0].Lanes[0];

    public Tensor Tensor(DrawnNode node) => Base[node].Tensor!;

    public bool HasModelType(Tensor tensor) => tensor.dtype == worlds[0].ModelType;

    /// <summary>A node that suits, or in the wild perhaps one that does not; null where there is none.</summary>
    public DrawnNode? Node(Func<Tensor, bool> suits)
    {
        bool any = Deviates();
        DrawnNode[] fitting = [.. nodes.Where(node => Base[node].Tensor is { } tensor && (any || suits(tensor)))];
        if (fitting.Length == 0) return null;
        DrawnNode[] waiting = [.. fitting.Where(unread.Contains)];
        return waiting.Length > 0 && !Chance.OneIn(3) ? Chance.Of(waiting) : Chance.Of(fitting);
    }

    /// <summary>A node that a layer of one of these kinds makes.</summary>
    public DrawnNode? NodeOf(IReadOnlyList<string> kinds, string orKind)
    {
        DrawnNode[] fitting = [.. nodes.Where(node => Base[node].Tensor is not null && !node.IsInput && (kinds.Contains(node.Layer!.Kind.Name) || node.Layer.Kind.Name == orKind))];
        return fitting.Length == 0 ? null : Chance.Of(fitting);
    }

    /// <summary>A node of the model's floating type with so many axes, the batch counted.</summary>
    public DrawnNode? OfModel(int fewest, int most = 6) => Node(tensor => HasModelType(tensor) && HasRank(tensor, fewest, most));

    /// <summary>A node of any floating type with so many axes, the batch counted.</summary>
    public DrawnNode? Floating(int fewest = 1, int most = 6) => Node(tensor => tensor.is_floating_point() && HasRank(tensor, fewest, most));

    /// <summary>A node of any type with so many axes, the batch counted.</summary>
    public DrawnNode? Any(int fewest = 1, int most = 6) => Node(tensor => HasRank(tensor, fewest, most));

    /// <summary>A node of integers or of a floating type.</summary>
    public DrawnNode? Real(int fewest = 1, int most = 6) => Node(tensor => tensor.dtype != ScalarType.Bool && !tensor.is_complex() && HasRank(tensor, fewest, most));

    public static bool HasRank(Tensor tensor, int fewest, int most) => tensor.dim() >= fewest && tensor.dim() <= most;

    /// <summary>An application, unless there is nothing to apply it to.</summary>
    public static Application? Apply(DrawnNode? node, params Argument[] arguments) => node is null ? null : new Application([node], arguments);

    /// <inheritdoc cref="Apply(DrawnNode?, Argument[])"/>
    public static Application? Apply(DrawnNode?[]? nodes, params Argument[] arguments) =>
        nodes is null || nodes.Any(node => node is null) ? null : new Application([.. nodes.OfType<DrawnNode>()], arguments);

    /// <summary>A number in a range; in the wild perhaps one that is not.</summary>
    public long Whole(long least, long greatest) => Deviates() ? Chance.Of(least - 1, greatest + 1, greatest * 2, -Chance.Between(1, 3), 0) : Chance.Between(least, greatest);

    /// <summary>A size in a range: a number, or an expression over the parameters of the model.</summary>
    public Quantity Size(long least, long greatest)
    {
        DrawnSymbol[] parameters = [.. symbols.Where(symbol => symbol.IsParameter)];
        if (parameters.Length == 0 || !Chance.OneIn(3)) return Whole(least, greatest);
        var symbol = Quantity.Symbol(Chance.Of(parameters).Name);
        Quantity size = Chance.Of(symbol, symbol, symbol.Times(2), symbol.Plus(Chance.Between(-2, 3)), symbol.Over(2));
        return worlds.All(world => size.In(world.Parameters) is var value && value >= least && value <= greatest) ? size : Whole(least, greatest);
    }

    /// <summary>Some dimension of the model, or a number.</summary>
    public Quantity Length(long least, long greatest)
    {
        if (symbols.Count == 0 || !Chance.OneIn(3)) return Whole(least, greatest);
        var symbol = Quantity.Symbol(Chance.Of(symbols).Name);
        return Chance.OneIn(2) ? symbol : symbol.Plus(Chance.Between(0, 2));
    }

    /// <summary>An expression that is a size of a node's tensors in all calls; null where none is found.</summary>
    public Quantity? Matching(DrawnNode node, Func<Tensor, long> size)
    {
        Lane[] lanes = [.. worlds.SelectMany(world => world.Lanes).Where(lane => !lane.IsNoisy && lane[node].Tensor is not null)];
        long[] values = [.. lanes.Select(lane => size(lane[node].Tensor!))];
        if (values.Distinct().Count() == 1) return values[0];
        foreach (DrawnSymbol symbol in symbols)
        {
            var one = Quantity.Symbol(symbol.Name);
            long ratio = values[0] / Math.Max(one.In(Base.Sizes), 1);
            Quantity[] expressions = [one, one.Times(ratio), one.Over(2), one.Plus(values[0] - one.In(Base.Sizes))];
            if (Array.Find(expressions, expression => lanes.Zip(values).All(pair => expression.In(pair.First.Sizes) == pair.Second)) is { } found) return found;
        }

        return null;
    }

    /// <summary>One size for so many axes, or a tuple of them.</summary>
    public object Sizes(int axes, long least, long greatest)
    {
        if (axes == 1 || Chance.OneIn(2)) return Whole(least, greatest);
        int count = Deviates() ? axes ^ 1 : axes;
        return count == 1 ? Whole(least, greatest) : Enumerable.Range(0, count).Select(_ => Whole(least, greatest)).ToArray();
    }

    /// <summary>An axis of a node from the first on that may be meant, counted from either end.</summary>
    public long Axis(DrawnNode node, int first = 1, int more = 0)
    {
        long rank = Tensor(node).dim() + more;
        long axis = Deviates() ? Chance.Of(0, rank, -rank, -rank - 1) : Chance.Between(Math.Min(first, rank - 1), rank - 1);
        return axis > 0 && Chance.OneIn(2) ? axis - rank : axis;
    }

    /// <summary>A number, with or without a fraction.</summary>
    public object Number(double least, double greatest) => Chance.OneIn(2)
        ? Chance.Between((long)Math.Ceiling(least), (long)greatest)
        : least + (Chance.Between(0, 16) / 16.0 * (greatest - least));

    /// <summary>A part from 0 on and below 1; in the wild perhaps one that is not.</summary>
    public double Rate() => Deviates() ? Chance.Of(1, -0.5, 1.5, double.NaN) : Chance.Between(0, 9) / 10.0;

    /// <summary>A value, or the default.</summary>
    public T? Maybe<T>(T value)
        where T : class => Chance.OneIn(2) ? value : null;

    /// <inheritdoc cref="Maybe{T}(T)"/>
    public object? Maybe(double value) => Chance.OneIn(2) ? value : null;

    /// <summary>The value that is not the default, or the default.</summary>
    public object? Flag(bool otherwise = false) => Chance.OneIn(3) ? !otherwise : null;

    /// <summary>An activation, perhaps one that another layer has too; or none.</summary>
    public DrawnLayer? Activation()
    {
        if (Chance.OneIn(2)) return null;
        DrawnLayer[] made = [.. layers.Where(layer => layer.Kind.Settings is not null)];
        if (made.Length > 0 && Chance.OneIn(6))
        {
            DrawnLayer shared = Chance.Of(made);
            shared.Field ??= $"f{layers.Index().First(layer => layer.Item == shared).Index}";
            return shared;
        }

        Kind kind = Chance.Of(AllKinds.Activations);
        return new DrawnLayer(kind, kind.Settings!(this));
    }

    public Word? Initializer() => Chance.OneIn(4)
        ? new Word(Chance.Of("Init.GlorotUniform", "Init.GlorotNormal", "Init.HeUniform", "Init.HeNormal", "Init.Orthogonal", "Init.Zeros", "Init.Ones", "Init.Normal(0.1)", "Init.Uniform(-1, 1)", "Init.Constant(0.5)"))
        : null;

    public bool Deviates() => IsWild && Chance.OneIn(2);
}
