using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>Models within models, and stacks of layers.</summary>
internal static class NestingKinds
{
    public static IReadOnlyList<Kind> List { get; } =
    [
        new("Use", DrawPart, RunPart) { Make = MakePart, Write = WritePart },
        new("Repeat", DrawStack, c => c.Layer.Inner.Aggregate(Count(c), (x, copy) => c.Apply(copy, x))),
    ];

    private static string MakePart(DrawnLayer layer, Func<object, string> write) => $"Use<{write(layer["model"]!)}>({(layer["parameters"] is { } given ? write(given) : "")})";

    private static string WritePart(DrawnNode node, Func<DrawnNode, string> read)
    {
        DrawnLayer layer = node.Layer!;
        string output = ((DrawnPart)layer["model"]!).Model.Outputs.Count > 1 ? $"[\"y{layer["output"]}\"]" : "";
        return $"{ModelText.UseText(layer)}({string.Join(", ", node.Inputs.Select(read))}){output}";
    }

    /// <summary>A model of a few nodes, drawn for the nodes that it is applied to.</summary>
    private static Application? DrawPart(Drawing d)
    {
        DrawnNode?[] inputs = [.. Enumerable.Range(0, d.Chance.OneIn(3) ? 2 : 1).Select(_ => d.Any(1, 5))];
        if (d.IsWild || inputs.Any(input => input is null)) return null;
        if (ModelDrawer.DrawPart(d, inputs.OfType<DrawnNode>().ToArray(), out Given? given) is not { } model) return null;
        return Drawing.Apply(inputs, ("model", new DrawnPart(model)), ("parameters", given), ("output", d.Chance.Between(0, model.Outputs.Count - 1)));
    }

    private static Tensor RunPart(Call c)
    {
        DrawnModel model = ((DrawnPart)c.Layer["model"]!).Model;
        DrawnNode[] inputs = [.. model.Inputs];
        Refusal.Unless(inputs.Length == c.Inputs.Count, $"{c.Inputs.Count} inputs.");
        Dictionary<string, long> sizes = [];
        foreach ((string name, Quantity value) in (c.Layer["parameters"] as Given)?.Values ?? []) sizes[name] = c.In(value);
        foreach ((DrawnNode input, Tensor tensor) in inputs.Zip(c.Inputs)) Bind(input, tensor, c.ModelType, sizes);
        bool IsParameter(string name) => model.Symbols.Any(symbol => symbol.Name == name && symbol.IsParameter);
        World world = c.Part(() => new World(c.ModelType, sizes.Where(size => IsParameter(size.Key)).ToDictionary()));
        Refusal.Unless(world.Parameters.All(parameter => sizes[parameter.Key] == parameter.Value), "Other parameters.");
        Lane lane = new(world, c.Batch, sizes.Where(size => !IsParameter(size.Key)).ToDictionary()) { Given = input => c.Inputs[Array.IndexOf(inputs, input)], HasGradients = is_grad_enabled() };
        foreach (DrawnNode node in model.Nodes)
        {
            if (lane.Run(node) is { Failure: { } failure }) throw new Refusal($"Within: {failure}");
        }

        return lane[model.Outputs[(int)c.Int("output")]].Tensor!;
    }

    /// <summary>Sees dimensions from a shape, and refuses another shape or type than declared.</summary>
    private static void Bind(DrawnNode input, Tensor tensor, ScalarType modelType, Dictionary<string, long> sizes)
    {
        Refusal.Unless(tensor.dim() == input.Shape.Count + 1 && tensor.dtype == (input.Element ?? modelType), "Another rank or type.");
        for (int i = 0; i < input.Shape.Count; i++)
        {
            Quantity size = input.Shape[i];
            if (size.IsSymbol) sizes.TryAdd(size.Text, tensor.size(i + 1));
            Refusal.Unless(size.In(sizes) == tensor.size(i + 1), $"{size.Text} is not {tensor.size(i + 1)}.");
        }
    }

    private static Application? DrawStack(Drawing d)
    {
        if (d.OfModel(2, 4) is not { } x) return null;
        long rank = d.Tensor(x).dim();
        string[] names = rank == 3
            ? ["Dense", "LayerNormalization", "BatchNormalization", "PReLU", "LSTM", "MultiHeadAttention", "TimeDistributed", "Conv1D"]
            : ["Dense", "LayerNormalization", "BatchNormalization", "PReLU", "ReLU", "Softmax"];
        Kind kind = AllKinds.Find(d.Chance.Of(names));
        Argument[] arguments = kind.Settings?.Invoke(d) ?? kind.Name switch
        {
            "Dense" => [("units", d.Size(1, 4)), ("activation", d.Activation())],
            "LSTM" => [("units", d.Size(1, 4)), ("returnSequences", true)],
            "MultiHeadAttention" => [("heads", d.Whole(1, 2))],
            "Conv1D" => [("filters", d.Size(1, 3)), ("kernel", d.Whole(1, 3)), ("padding", Word.Same)],
            "TimeDistributed" => [("layer", new DrawnLayer(AllKinds.Find("Dense"), [("units", d.Size(1, 4)), ("activation", d.Activation())]))],
            _ => [],
        };
        return Drawing.Apply(x, ("count", d.Whole(1, 3)), ("layer", new DrawnLayer(kind, arguments)));
    }

    private static Tensor Count(Call c)
    {
        Refusal.Unless(c.Int("count") > 0, "No layer.");
        return c.X;
    }
}
