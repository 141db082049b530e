namespace GraphGen.Oracle.Tests;

/// <summary>A dimension that is not a number.</summary>
/// <param name="Name">Its field.</param>
/// <param name="Text">Its declaration in C#.</param>
/// <param name="IsParameter">Whether it is fixed when the model is constructed.</param>
internal sealed record DrawnSymbol(string Name, string Text, bool IsParameter);

/// <summary>A model by chance, with what it computes.</summary>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="IsDouble">Whether it is constructed with double precision.</param>
/// <param name="IsReversed">Whether its fields stand in an order in which each names some that stand below.</param>
/// <param name="Symbols">Its dimensions.</param>
/// <param name="Nodes">Its tensors, each behind those that it is made of.</param>
/// <param name="Outputs">Those that it returns.</param>
/// <param name="Worlds">The same model by hand, for each choice of its parameters; the first one is that for which it was drawn.</param>
internal sealed record DrawnModel(
    int Seed,
    bool IsDouble,
    bool IsReversed,
    IReadOnlyList<DrawnSymbol> Symbols,
    IReadOnlyList<DrawnNode> Nodes,
    IReadOnlyList<DrawnNode> Outputs,
    IReadOnlyList<World> Worlds)
{
    public IEnumerable<DrawnNode> Inputs => Nodes.Where(node => node.IsInput);

    public IEnumerable<DrawnLayer> Layers => Nodes.Where(node => !node.IsInput).Select(node => node.Layer!).Distinct();

    /// <summary>All layers that are written, also those within others.</summary>
    public IEnumerable<DrawnLayer> AllLayers => Layers.SelectMany(WithInner).Distinct();

    /// <summary>The models that it nests.</summary>
    public IEnumerable<DrawnPart> Parts => AllLayers.Select(layer => layer["model"]).OfType<DrawnPart>().Distinct();

    /// <summary>The model with other outputs, and without what none of them needs.</summary>
    public DrawnModel Only(params IReadOnlyCollection<DrawnNode> outputs)
    {
        var needed = new HashSet<DrawnNode>(outputs);
        foreach (DrawnNode node in Nodes.Reverse().Where(needed.Contains)) needed.UnionWith(node.Inputs);
        return this with { Nodes = [.. Nodes.Where(needed.Contains)], Outputs = [.. outputs] };
    }

    private static IEnumerable<DrawnLayer> WithInner(DrawnLayer layer) => layer.GivenLayers.SelectMany(WithInner).Append(layer);
}
