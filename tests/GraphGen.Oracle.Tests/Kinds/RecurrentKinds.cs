using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Layers that read a sequence step by step, and the states that they leave.</summary>
internal static class RecurrentKinds
{
    private static readonly string[] s_names = ["LSTM", "GRU", "SimpleRNN"];

    public static IReadOnlyList<Kind> List { get; } =
    [
        .. s_names.Select(name => new Kind(name, d => DrawState(d, d.OfModel(3, 3), DrawSettings(d, name)), c => Read(c, c.Layer, isBoth: false)) { Write = WriteState }),
        new("Bidirectional", DrawBoth, c => Read(c, (DrawnLayer)c.Layer["layer"]!, isBoth: true)) { Write = WriteState },
        new("Hidden", d => Drawing.Apply(d.NodeOf(s_names, "Bidirectional")), c => StateOf(c, 0).Merged().Hidden.select(0, -1)) { Write = WriteTensor },
        new("Cell", d => Drawing.Apply(d.NodeOf(["LSTM"], d.IsWild ? "GRU" : "LSTM")), c => (StateOf(c, 0).Merged().Cell ?? throw new Refusal("No cell.")).select(0, -1)) { Write = WriteTensor },
        new("TimeDistributed", DrawDistributed, Distribute),
    ];

    private static Argument[] DrawSettings(Drawing d, string name) =>
    [
        ("units", d.Size(1, 5)), ("returnSequences", d.Flag()), ("layers", d.Chance.OneIn(3) ? d.Whole(1, 2) : null), ("dropout", d.Chance.OneIn(4) ? d.Rate() : null),
        ("reverse", d.Flag()),
        ("activation", name == "SimpleRNN" && d.Chance.OneIn(3) ? new DrawnLayer(AllKinds.Find(d.Chance.Of("ReLU", "Tanh", d.Deviates() ? "GELU" : "Tanh")), []) : null),
        ("initializer", d.Initializer()),
    ];

    /// <summary>A layer that begins with zeros, or with the state that another one leaves.</summary>
    private static Application? DrawState(Drawing d, DrawnNode? x, params Argument[] arguments)
    {
        if (!d.Chance.OneIn(4) || d.NodeOf(s_names, "Bidirectional") is not { } other) return Drawing.Apply(x, arguments);
        if (d.Deviates()) return Drawing.Apply([x, other], arguments);
        DrawnLayer layer = other.Layer!["layer"] as DrawnLayer ?? other.Layer!;
        return Drawing.Apply(
            [x, other],
            [.. arguments.Where(argument => argument.Name is not ("units" or "layers")), ("units", layer["units"]), ("layers", layer["layers"])]);
    }

    private static Application? DrawBoth(Drawing d)
    {
        string name = d.Chance.Of(s_names);
        var layer = new DrawnLayer(AllKinds.Find(name), DrawSettings(d, name).Where(argument => argument.Name != "reverse" || d.Deviates()));
        return Drawing.Apply(d.OfModel(3, 3), ("layer", layer), ("merge", d.Maybe(new Word($"Merge.{d.Chance.Of("Concat", "Sum", "Multiply", "Average")}"))));
    }

    private static string WriteState(DrawnNode node, Func<DrawnNode, string> read) =>
        $"{ModelText.UseText(node.Layer!)}({read(node.Inputs[0])}{(node.Inputs.Count > 1 ? $", StateOf({read(node.Inputs[1])})" : "")})";

    private static string WriteTensor(DrawnNode node, Func<DrawnNode, string> read) => $"{node.Layer!.Kind}(StateOf({read(node.Inputs[0])}))";

    private static RecurrentState StateOf(Call c, int input) => c.States[input] ?? throw new Refusal("It has no state.");

    /// <summary>Reads the input in one direction or in both, from zeros or from a state.</summary>
    /// <param name="c">The application.</param>
    /// <param name="layer">What reads.</param>
    /// <param name="isBoth">Whether it reads in both directions.</param>
    private static Tensor Read(Call c, DrawnLayer layer, bool isBoth)
    {
        Call own = c.With(layer);
        (long units, long layers) = (own.Int("units"), own.Int("layers", 1));
        Refusal.Unless(c.Rank == 3 && layers > 0 && units > 0 && own.Real("dropout", 0) is >= 0 and < 1, "No sequence, or no layer.");
        bool isReversed = own.Flag("reverse");
        Refusal.Unless(!isBoth || !isReversed, "Both directions are read, and not in reverse.");
        string merge = c.Text("merge") ?? "Merge.Concat";
        long rows = isBoth ? 2 * layers : layers;
        Tensor nothing = zeros(rows, c.X.size(0), units, dtype: c.X.dtype);
        bool isLong = layer.Kind.Name == "LSTM";
        var start = new RecurrentState(nothing, isLong ? nothing : null, isBoth, merge);
        if (c.Inputs.Count > 1)
        {
            RecurrentState given = StateOf(c, 1);
            start = isBoth == given.IsBoth ? given : given.Merged();
            Refusal.Unless(start.IsBoth == isBoth && start.Cell is not null == isLong && start.Hidden.shape.SequenceEqual(nothing.shape), "Another state.");
        }

        Tensor x = isReversed ? c.X.flip(1) : c.X;
        Tensor steps;
        (Tensor Hidden, Tensor? Cell) last;
        if (isLong)
        {
            (steps, last.Hidden, last.Cell) = c.Module(() => nn.LSTM(c.X.size(2), units, layers, batchFirst: true, bidirectional: isBoth)).call(x, (start.Hidden, start.Cell!));
        }
        else
        {
            nn.Module<Tensor, Tensor?, (Tensor, Tensor)> module = layer.Kind.Name == "GRU"
                ? c.Module(() => nn.GRU(c.X.size(2), units, layers, batchFirst: true, bidirectional: isBoth))
                : c.Module(() => nn.RNN(c.X.size(2), units, layers, Function(own), batchFirst: true, bidirectional: isBoth));
            ((steps, last.Hidden), last.Cell) = (module.call(x, start.Hidden), null);
        }

        c.State = new RecurrentState(last.Hidden, last.Cell, isBoth, merge);
        if (!own.Flag("returnSequences")) return c.State.Merged().Hidden.select(0, -1);
        if (isReversed) return steps.flip(1);
        return isBoth ? RecurrentState.Merge(merge, steps.narrow(2, 0, units), steps.narrow(2, units, units)) : steps;
    }

    private static nn.NonLinearities Function(Call c) => (c.Layer["activation"] as DrawnLayer)?.Kind.Name switch
    {
        null or "Tanh" => nn.NonLinearities.Tanh,
        "ReLU" => nn.NonLinearities.ReLU,
        var other => throw new Refusal($"Steps with {other}."),
    };

    /// <summary>A layer that something of one step less takes.</summary>
    private static Application? DrawDistributed(Drawing d)
    {
        if (d.OfModel(3, 5) is not { } x) return null;
        string[] names = d.Tensor(x).dim() switch
        {
            3 => ["Dense", "Softmax", "PReLU", "BatchNormalization", "LayerNormalization", "ReLU"],
            4 => ["Dense", "LSTM", "GRU", "Conv1D", "GlobalMaxPooling1D", "Flatten", "MaxPooling1D"],
            _ => ["Conv2D", "GlobalAveragePooling2D", "Flatten", "MaxPooling2D", "Dense"],
        };
        Kind kind = AllKinds.Find(d.Chance.Of(names));
        IReadOnlyList<Argument>? arguments = kind.Settings?.Invoke(d) ?? kind.Name switch
        {
            "Dense" => [("units", d.Size(1, 4)), ("activation", d.Activation())],
            "LSTM" or "GRU" => [("units", d.Size(1, 4)), ("returnSequences", d.Flag())],
            "Conv1D" or "Conv2D" => [("filters", d.Size(1, 3)), ("kernel", d.Whole(1, 2))],
            "MaxPooling1D" or "MaxPooling2D" => [("pool", d.Whole(1, 2))],
            _ => [],
        };
        return Drawing.Apply(x, ("layer", new DrawnLayer(kind, arguments)));
    }

    private static Tensor Distribute(Call c)
    {
        Refusal.Unless(c.Rank >= 3, "No steps, or nothing in them.");
        Tensor[] steps = c.X.unbind(1);
        return stack(steps.Select(step => c.Apply((DrawnLayer)c.Layer["layer"]!, step)), 1);
    }
}
