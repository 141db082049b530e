using GraphGen.Inspection;
using GraphGen.Tests.Models;

namespace GraphGen.Tests.Inspection;

/// <summary>What a layer is made of: nested models and copies.</summary>
public class ContentsTests
{
    [Fact]
    public void A_nested_model_is_told_by_its_own_graph()
    {
        using PairOfPictures model = new();
        ModelGraph graph = model.Graph;
        ModelLayer encoder = Assert.Single(graph.Layers, layer => layer.Name == "encoder");
        Assert.Equal(("Encoder", 1), (encoder.Graph!.Name, encoder.Repetitions));
        Assert.Equal(["picture", "hidden1_flatten", "hidden1", "code", "mean"], encoder.Graph.Nodes.Select(node => node.Name));
        Assert.Equal(encoder.Parameters, encoder.Graph.Parameters);

        // Both blocks are the same class with other parameters.
        ModelGraph Block(string name) => graph.Layers.Single(layer => layer.Name == name).Graph!;
        Assert.Equal([["N", "4"], ["N", "2"]], new[] { "block1", "block2" }.Select(block => Block(block).Nodes.Single(node => node.Name == "narrow").Shape));
        Assert.All(graph.Layers.Where(layer => layer.Kind is "Dense" or "Concatenate"), layer => Assert.Null(layer.Graph));
    }

    [Fact]
    public void Models_within_models_are_told_too()
    {
        using Stack model = new(size: 6);
        Assert.Equal(["6", "12"], model.Graph.Layers.Where(layer => layer.Graph is not null).Select(layer => layer.Graph!.Nodes[0].Shape[1]));
    }

    [Fact]
    public void Copies_are_a_chain_of_layers_with_weights_of_their_own()
    {
        using Repeated model = new();
        ModelLayer shared = model.Graph.Layers[0];
        Assert.Equal(("Repeat", 2), (shared.Kind, shared.Repetitions));
        ModelGraph copies = shared.Graph!;
        Assert.Equal(shared.Description, copies.Name);
        Assert.Equal(["0", "1"], copies.Layers.Select(layer => layer.Key));
        Assert.Equal([["0_prelu"], ["1_prelu"]], copies.Layers.Select(layer => layer.Inner!));
        Assert.Equal([42 + 1, 42 + 1], copies.Layers.Select(layer => layer.Parameters));
        Assert.Equal([[], ["input"], [copies.Nodes[1].Name]], copies.Nodes.Select(node => node.Inputs));
        Assert.Equal(copies.Nodes[2].Name, Assert.Single(copies.Outputs).Node);
        Assert.All(copies.Nodes.Skip(1), node => Assert.NotNull(model.GetLayer(node.Layer!)));
    }

    [Fact]
    public void Copies_may_be_models_and_copies_themselves()
    {
        using Repeated model = new();
        ModelLayer blocks = model.Graph.Layers.Single(layer => layer.Name == "blocks");
        Assert.Equal((3, 3), (blocks.Repetitions, blocks.Graph!.Layers.Count));
        Assert.All(blocks.Graph.Layers, copy => Assert.Equal(("Bottleneck", 45), (copy.Graph!.Name, copy.Graph.Parameters)));

        ModelLayer nest = model.Graph.Layers.Single(layer => layer.Name == "y");
        Assert.All(nest.Graph!.Layers, copy => Assert.Equal((2, 2), (copy.Repetitions, copy.Graph!.Layers.Count)));
        Assert.Equal(["3", "3", "3", "3"], nest.Graph.Layers.SelectMany(copy => copy.Graph!.Nodes.Skip(1)).Select(node => node.Shape[1]));
    }

    [Fact]
    public void What_is_applied_to_each_step_is_told_as_it_is_applied_to_one()
    {
        using RepeatedSequences model = new();
        ModelLayer steps = model.Graph.Layers.Single(layer => layer.Name == "y");
        Assert.Equal(("TimeDistributed", 2), (steps.Kind, steps.Repetitions));
        Assert.Equal([["N", "8"], ["N", "4"], ["N", "4"]], steps.Graph!.Nodes.Select(node => node.Shape));
    }

    /// <summary>As the documentation comment counts, which reads the same weights.</summary>
    [Fact]
    public void What_a_nested_model_freezes_is_frozen_in_the_model_around_it()
    {
        using FrozenParts model = new();
        long frozen = model.parameters().Where(weight => !weight.requires_grad).Sum(weight => weight.numel());
        Assert.Equal(frozen, model.Graph.FrozenParameters);
        ModelLayer half = model.Graph.Layers.Single(layer => layer.Name == "half");
        Assert.Equal((28, 8, 8), (half.Parameters, half.FrozenParameters, half.Graph!.FrozenParameters));
        Assert.Equal(ModelSummary.Text(model.Graph), model.Summary());
    }
}
