using GraphGen.Inspection;
using GraphGen.Tests.Models;
using Tutorial;

namespace GraphGen.Tests.Inspection;

/// <summary>Costs against calculations by hand: each product that is added to a sum, written out layer by layer.</summary>
public class MultiplyAddsTests
{
    /// <summary>An LSTM step multiplies the step's features, and the 10 units of the state, with four gates of 10 units.</summary>
    private const int LstmOfOneFeature = 100 * 4 * 10 * (1 + 10);

    [Fact]
    public void Mlp() => AssertCosts(new Mlp(), ("visible", 0), ("hidden1", 10 * 10), ("hidden2", 10 * 20), ("hidden3", 20 * 10), ("output", 10 * 1));

    [Fact]
    public void ConvNet() => AssertCosts(
        new ConvNet(),
        ("visible", 0),
        ("conv1", 61 * 61 * 32 * (1 * 4 * 4)),
        ("pool1", 0),
        ("conv2", 27 * 27 * 16 * (32 * 4 * 4)),
        ("pool2", 0),
        ("hidden1_flatten", 0),
        ("hidden1", 16 * 13 * 13 * 10),
        ("output", 10 * 1));

    [Fact]
    public void RecurrentNet() => AssertCosts(new RecurrentNet(), ("visible", 0), ("hidden1", LstmOfOneFeature), ("hidden2", 10 * 10), ("output", 10 * 1));

    [Fact]
    public void SharedInput() => AssertCosts(
        new SharedInput(),
        ("visible", 0),
        ("conv1", 61 * 61 * 32 * (1 * 4 * 4)),
        ("pool1", 0),
        ("flat1", 0),
        ("conv2", 57 * 57 * 16 * (1 * 8 * 8)),
        ("pool2", 0),
        ("flat2", 0),
        ("merge", 0),
        ("hidden1", ((32 * 30 * 30) + (16 * 28 * 28)) * 10),
        ("output", 10 * 1));

    [Fact]
    public void SharedFeatures() => AssertCosts(
        new SharedFeatures(),
        ("visible", 0),
        ("extract1", LstmOfOneFeature),
        ("interp1", 10 * 10),
        ("interp11", 10 * 10),
        ("interp12", 10 * 20),
        ("interp13", 20 * 10),
        ("merge", 0),
        ("output", 20 * 1));

    [Fact]
    public void SeveralInputs() => AssertCosts(
        new SeveralInputs(),
        ("visible1", 0),
        ("visible2", 0),
        ("conv11", 61 * 61 * 32 * (1 * 4 * 4)),
        ("pool11", 0),
        ("conv12", 27 * 27 * 16 * (32 * 4 * 4)),
        ("pool12", 0),
        ("flat1", 0),
        ("conv21", 29 * 29 * 32 * (3 * 4 * 4)),
        ("pool21", 0),
        ("conv22", 11 * 11 * 16 * (32 * 4 * 4)),
        ("pool22", 0),
        ("flat2", 0),
        ("merge", 0),
        ("hidden1", ((16 * 13 * 13) + (16 * 5 * 5)) * 10),
        ("hidden2", 10 * 10),
        ("output", 10 * 1));

    [Fact]
    public void SeveralOutputs() => AssertCosts(
        new SeveralOutputs(),
        ("visible", 0),
        ("extract", LstmOfOneFeature),
        ("class11", 100 * 4 * 10 * (10 + 10)),
        ("class12", 10 * 10),
        ("output1", 10 * 1),
        ("output2", 100 * 10 * 1));

    /// <summary>The weights of the encoder count once; it is applied, and costs, twice.</summary>
    [Fact]
    public void SharedLayers() => AssertCosts(
        new SharedLayers(),
        ("visible1", 0),
        ("visible2", 0),
        ("code1", 64 * 32),
        ("code2", 64 * 32),
        ("distance_subtract", 0),
        ("distance", 0),
        ("hidden1", 32 * 10),
        ("output", 10 * 1));

    [Fact]
    public void Open_dimensions_stand_in_the_cost_and_parameters_are_values()
    {
        using AnyWidth model = new(classes: 3, width: 8);
        Assert.Equal(["0", "0", $"{8 * 32} * T", $"{4 * 4 * (32 + 4)} * T", $"{4 * 3}"], model.Graph.Nodes.Select(node => node.MultiplyAdds!));
        string csv = model.Summary(SummaryFormat.Csv, sizes: new Dictionary<string, long> { ["T"] = 6 });
        Assert.Contains($",{8 * 32 * 6},", csv, StringComparison.Ordinal);
        Assert.Contains($",{4 * 4 * (32 + 4) * 6},", csv, StringComparison.Ordinal);
        string text = model.Summary(SummaryFormat.Text, sizes: new Dictionary<string, long> { ["T"] = 6 });
        Assert.Contains($"multiply-adds for one example: {(8 * 32 * 6) + (4 * 4 * (32 + 4) * 6) + (4 * 3):N0}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_model_costs_what_is_in_it_and_copies_cost_each()
    {
        using PairOfPictures pair = new();
        Dictionary<string, string?> costs = pair.Graph.Nodes.ToDictionary(node => node.Name, node => node.MultiplyAdds);
        const int Encoder = (64 * 16) + (16 * 4);
        Assert.Equal($"{Encoder}", costs["a"]);
        Assert.Equal($"{(8 * 4) + (4 * 8)}", costs["block1"]);
        Assert.Equal($"{(8 * 2) + (2 * 8)}", costs["block2"]);

        // Both outputs of one call are read, and it costs once.
        Assert.Equal(Encoder, pair.Graph.Nodes.Where(node => node.Part is not null && node.Name != "a").Sum(node => int.Parse(node.MultiplyAdds!, System.Globalization.CultureInfo.InvariantCulture)));

        using Repeated repeated = new();
        Assert.Equal($"{3 * 2 * 6 * 3}", repeated.Graph.Nodes.Single(node => node.Name == "blocks").MultiplyAdds);
        Assert.Equal($"{(6 * 3) + (3 * 3 * 3)}", repeated.Graph.Nodes.Single(node => node.Name == "y").MultiplyAdds);
    }

    private static void AssertCosts(IModel model, params (string Node, int Cost)[] expected)
    {
        using var module = (IDisposable)model;
        Assert.Equal(expected.Select(node => (node.Node, (string?)$"{node.Cost}")), model.Graph.Nodes.Select(node => (node.Name, node.MultiplyAdds)));
        Assert.Equal($"{expected.Sum(node => node.Cost)}", model.Graph.MultiplyAdds);
    }
}
