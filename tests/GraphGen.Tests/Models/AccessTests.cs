using GraphGen.Inspection;
using TorchSharp;
using Tutorial;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>What a program reads of a model: layers, named inputs and outputs, the graph and its summary.</summary>
public class AccessTests
{
    [Fact]
    public void Layers_are_read_by_property_and_by_name()
    {
        using Mlp model = new();
        Assert.Same(model.Hidden1, model.GetLayer("hidden1"));
        Assert.Equal("name", Assert.Throws<ArgumentOutOfRangeException>(() => model.GetLayer("hidden9")).ParamName);
    }

    [Fact]
    public void Inputs_and_outputs_have_names()
    {
        using SeveralOutputs model = new();
        using Tensor x = rand(2, 100, 1);
        (Tensor output1, Tensor output2) = model.call(x);
        SeveralOutputs.Outputs named = model.forward(new SeveralOutputs.Inputs(x));
        Assert.True(output1.allclose(named.Output1));
        Assert.True(output2.allclose(named.Output2));
        SeveralOutputs.Outputs converted = model.call(x);
        Assert.True(output2.allclose(converted.Output2));

        var results = model.call(x);
        Assert.True(output1.allclose(results.output1));
        Assert.True(output2.allclose(results.output2));
    }

    [Fact]
    public void Named_inputs_are_given_in_any_order()
    {
        using SeveralInputs model = new();
        using Tensor grey = rand(2, 1, 64, 64);
        using Tensor colour = rand(2, 3, 32, 32);
        using Tensor expected = model.call(grey, colour);
        Assert.True(expected.allclose(model.forward(new SeveralInputs.Inputs(Visible2: colour, Visible1: grey)).Output));
    }

    [Fact]
    public void Hooks_on_the_model_run()
    {
        using Mlp model = new();
        int calls = 0;
        model.register_forward_hook((_, _, result) =>
        {
            calls++;
            return result;
        });
        using Tensor x = rand(2, 10);
        model.call(x).Dispose();
        model.forward(new Mlp.Inputs(x)).Output.Dispose();
        Assert.Equal(2, calls);

        using Tensor zero = model.call(zeros_like(x));
        model.register_forward_pre_hook((_, input) => zeros_like(input));
        using Tensor hooked = model.call(x);
        Assert.True(zero.allclose(hooked));
    }

    [Fact]
    public void The_graph_tells_nodes_layers_and_edges()
    {
        using SharedLayers model = new();
        ModelGraph graph = model.Graph;
        Assert.Equal(["visible1", "visible2"], graph.Inputs);
        Assert.Equal([new ModelOutput("output", "output")], graph.Outputs);
        ModelNode code2 = graph.Nodes.Single(node => node.Name == "code2");
        Assert.Equal("encoder", code2.Layer);
        Assert.Equal(["visible2"], code2.Inputs);
        Assert.Equal(["N", "32"], code2.Shape);
        ModelLayer encoder = graph.Layers.Single(layer => layer.Name == "encoder");
        Assert.Equal(("Dense", 2_080L, 0L), (encoder.Kind, encoder.Parameters, encoder.Buffers));
        Assert.Equal(2_421, graph.Parameters);
    }

    public static TheoryData<string> Names => Twins.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_graph_is_in_the_order_of_computation_and_agrees_with_the_module(string name)
    {
        (_, Reference.Callable model, Tensor[] inputs) = Twins.Make(name, 2);
        ModelGraph graph = ((IModel)model.Module).Graph;
        Assert.Equal(name, graph.Name);
        var known = new HashSet<string>();
        foreach (ModelNode node in graph.Nodes)
        {
            Assert.True(known.IsSupersetOf(node.Inputs), node.Name);
            Assert.True(known.Add(node.Name), node.Name);
            Assert.Equal(node.Inputs.Count == 0, graph.Inputs.Contains(node.Name));
            Assert.Equal(node.Inputs.Count == 0, node.Layer is null);
        }

        Assert.Equal(graph.Layers.Select(layer => layer.Name), graph.Nodes.Select(node => node.Layer).OfType<string>().Distinct());
        Dictionary<string, long> weights = model.Module.named_parameters()
            .GroupBy(entry => entry.name.Split('.')[0])
            .ToDictionary(layer => layer.Key, layer => layer.Sum(entry => entry.parameter.numel()));
        Assert.All(graph.Layers, layer => Assert.Equal(weights.GetValueOrDefault(layer.Key), layer.Parameters));

        Tensor[] results = model.Call(inputs);
        Assert.Equal(graph.Outputs.Select(output => Shape(output.Node)), results.Select(result => $"N, {string.Join(", ", result.shape[1..])}"));
        Assert.Equal(graph.Inputs.Select(Shape), inputs.Select(input => $"N, {string.Join(", ", input.shape[1..])}"));

        string Shape(string node) => string.Join(", ", graph.Nodes.Single(other => other.Name == node).Shape);
    }

    [Fact]
    public void The_summary_counts_a_shared_layer_once()
    {
        using SharedLayers model = new();
        const string expected = """
            node               layer              from               output shape         parameters
            ----------------------------------------------------------------------------------------
            visible1           Input                                 (N, 64)                       0
            visible2           Input                                 (N, 64)                       0
            code1              Dense(32, ReLU)    visible1           (N, 32)                   2,080
            code2              Dense(32, ReLU)    visible2           (N, 32)       shared with code1
            distance_subtract  Subtract           code1, code2       (N, 32)                       0
            distance           Abs                distance_subtract  (N, 32)                       0
            hidden1            Dense(10, ReLU)    distance           (N, 10)                     330
            output             Dense(1, Sigmoid)  hidden1            (N, 1)                       11
            ----------------------------------------------------------------------------------------
            SharedLayers: 2,421 parameters
            """;
        Assert.Equal(expected.ReplaceLineEndings(), model.Summary());
    }

    [Fact]
    public void Making_a_model_does_not_run_its_declaration()
    {
        using ForwardReferenceModel model = new();
        using Tensor x = rand(2, 3);
        model.call(x).Dispose();
        Assert.Equal("later", model.Graph.Layers.Single().Name);
    }
}

/// <summary>Evaluated in C#'s order, the declaration would call a delegate that is still null.</summary>
[Model]
internal sealed partial class ForwardReferenceModel
{
    private static readonly Input x = Input(3);
    private static readonly Output y = later(x);
    private static readonly Layer later = Dense(1);
}
