using System.Globalization;
using GraphGen.Inspection;

namespace GraphGen.Tests.Plotting;

/// <summary>Graphs of all forms, described by hand.</summary>
internal static class Graphs
{
    /// <summary>A graph of which only what plots show is described.</summary>
    public static ModelGraph Of(string name, IReadOnlyList<ModelNode> nodes, IReadOnlyList<ModelLayer> layers, IReadOnlyList<string> inputs, IReadOnlyList<ModelOutput> outputs) =>
        new(name, nodes, layers, inputs, outputs, MultiplyAdds: null);

    /// <summary>A graph by chance: every node reads one to four earlier ones, and what nobody reads is an output. Some layers are shared, and some hold a graph of their own.</summary>
    public static ModelGraph Random(int seed, int size, bool isNested = false)
    {
        var random = new Random(seed);
        int inputs = random.Next(1, 4);
        List<ModelNode> nodes = [];
        List<ModelLayer> layers = [];
        HashSet<string> read = [];
        for (int i = 0; i < size; i++)
        {
            string name = Name("node", i, random.Next(0, 3));
            if (i < inputs)
            {
                nodes.Add(new ModelNode(name, null, [], ["N", "8"], null));
                continue;
            }

            // Mostly what came just before, as in real networks.
            int Earlier() => random.Next(4) > 0 ? Math.Max(0, i - 1 - random.Next(Math.Min(i, 4))) : random.Next(i);
            ModelLayer[] candidates = [.. layers.Where(known => known.Graph is null)];
            bool isShared = candidates.Length > 0 && random.Next(8) == 0;
            ModelGraph? inner = !isShared && !isNested && random.Next(10) == 0 ? Random(random.Next(), random.Next(4, 9), isNested: true) : null;
            ModelLayer layer = isShared ? candidates[random.Next(candidates.Length)]
                : new ModelLayer(name, name, "Dense", $"Dense({random.Next(1, 5000)})", random.Next(0, 3) * 1234, 0, Graph: inner, Repetitions: inner is null ? 1 : random.Next(1, 3));
            if (!isShared) layers.Add(layer);
            string[] reads = [.. Enumerable.Range(0, layer.Graph?.Inputs.Count ?? random.Next(1, 5)).Select(_ => nodes[Earlier()].Name)];
            read.UnionWith(reads);
            nodes.Add(new ModelNode(name, layer.Name, reads, ["N", random.Next(1, 100_000).ToString(CultureInfo.InvariantCulture)], null));
        }

        ModelOutput[] outputs = [.. nodes.Where(node => !read.Contains(node.Name)).Select(node => new ModelOutput(node.Name, node.Name))];
        return Of("Chance", nodes, layers, [.. nodes.Take(inputs).Select(node => node.Name)], outputs);
    }

    /// <summary>A network of blocks whose result is added to what they read.</summary>
    public static ModelGraph Residual(int blocks)
    {
        List<ModelNode> nodes = [new("picture", null, [], ["N", "3", "32", "32"], null)];
        List<ModelLayer> layers = [];
        void Add(string name, string kind, params string[] reads)
        {
            layers.Add(new ModelLayer(name, name, kind, kind, kind == "Conv2D" ? 9_408 : 0, 0));
            nodes.Add(new ModelNode(name, name, reads, ["N", "16", "32", "32"], null));
        }

        for (int i = 0; i < blocks; i++)
        {
            string x = nodes[^1].Name;
            Add(Name("conv1", i), "Conv2D", x);
            Add(Name("relu", i), "ReLU", nodes[^1].Name);
            Add(Name("conv2", i), "Conv2D", nodes[^1].Name);
            Add(Name("add", i), "Add", nodes[^1].Name, x);
        }

        return Of("Residual", nodes, layers, ["picture"], [new ModelOutput("y", nodes[^1].Name)]);
    }

    /// <summary>Two layers in a row, of one name and description.</summary>
    public static ModelGraph Named(string name, string description) => Of(
        name,
        [new ModelNode(name, null, [], ["N", name], null), new ModelNode($"{name}2", "layer", [name], ["N", "1"], DType.Int64)],
        [new ModelLayer("layer", name, "Custom", description, 1, 0)],
        [name],
        [new ModelOutput("out", $"{name}2")]);

    private static string Name(string word, int number, int more = 0) => string.Create(CultureInfo.InvariantCulture, $"{word}{number}") + string.Concat(Enumerable.Repeat("_and_more", more));
}
