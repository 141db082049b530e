using GraphGen.Compiler.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Oracle.Tests;

/// <summary>The oracle knows every kind of layer.</summary>
public class CatalogueTests
{
    /// <summary>How many models may be drawn until one has a kind that is preferred.</summary>
    private const int MostModels = 40;

    /// <summary>Kinds that no declaration names, since others bring them.</summary>
    private static readonly string[] s_implied = ["MergedState"];

    /// <summary>Kinds that the catalogue does not have, since they are made of the models of a project.</summary>
    private static readonly string[] s_ofProject = ["Use"];

    private static IEnumerable<string> Names => AllKinds.List.Select(kind => kind.Name).Distinct();

    public static TheoryData<string> Kinds => [.. Names];

    [Fact]
    public void Every_kind_is_known() => Assert.Equal(
        LayerCatalogue.All.Select(kind => kind.Name).Concat(s_ofProject).Order(StringComparer.Ordinal),
        Names.Concat(s_implied).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_drawn(string kind)
    {
        using DisposeScope scope = NewDisposeScope();
        IEnumerable<DrawnModel> models = Enumerable.Range(1, MostModels).Select(seed => ModelDrawer.Draw(seed, AllKinds.Find(kind)));
        Assert.Contains(models, model => model.Nodes.Any(node => node.Layer?.Kind.Name == kind && model.Worlds[0].Lanes[0][node].Tensor is not null));
    }
}
