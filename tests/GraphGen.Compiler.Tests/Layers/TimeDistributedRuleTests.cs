using CsCheck;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

public class TimeDistributedRuleTests
{
    private static readonly Dictionary<string, (Func<Layer> Make, Func<Tensor, Tensor> Apply)> s_layers = new()
    {
        ["Dense"] = (() => Rule.Layer("Dense", ("units", 5)), step => nn.Linear(step.size(-1), 5).call(step)),
        ["Softmax"] = (() => Rule.Layer("SoftmaxAlong", ("axis", 1)), step => step.softmax(1)),
        ["Sum"] = (() => Rule.Layer("Sum"), step => step.flatten(1).sum(1)),
        ["GRU"] = (() => Rule.Layer("GRU", ("units", 2)), step => nn.GRU(step.size(-1), 2, batchFirst: true).call(step).Item2[0]),
        ["Embedding"] = (() => Rule.Layer("Embedding", ("vocabulary", 9), ("dimension", 2)), step => nn.Embedding(9, 2).call(step)),
    };

    public static TheoryData<string> Names => [.. s_layers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_step_goes_through_the_layer_by_itself(string layer) => TypeSamples.Any
        .Where(input => input.Shape.Rank >= (layer == "GRU" ? 4 : 3))
        .Holds(input => Oracle.Agree("TimeDistributed", new Arguments(("layer", s_layers[layer].Make())), input, x =>
            stack([.. Enumerable.Range(0, (int)x.size(1)).Select(t => s_layers[layer].Apply(x.select(1, t)))], 1)));

    [Fact]
    public void There_must_be_steps_and_something_in_them()
    {
        Assert.Equal("GG3001", Rule.Infer("TimeDistributed", new Arguments(("layer", Rule.Layer("ReLU"))), Rule.Floats(5)).ToString());
        Assert.Equal("GG3001", Rule.Infer("TimeDistributed", new Arguments(("layer", Rule.Layer("LSTM", ("units", 2)))), Rule.Floats(5, 6)).ToString());
        Assert.Equal("GG1006 at layer", Rule.Infer("TimeDistributed", new Arguments(("layer", null)), Rule.Floats(5, 6)).ToString());
    }

    [Fact]
    public void The_wrapped_layer_has_the_weights_and_the_name()
    {
        Layer dense = Rule.Layer("Dense", ("units", 5));
        Layer wrapper = Rule.Infer("TimeDistributed", new Arguments(("layer", dense)), Rule.Floats(6, 4)).Node.Layer!;

        Assert.Empty(wrapper.Weights!);
        Assert.Equal(["weight (5, 4)", "bias (5)"], dense.Weights!.Select(weight => $"{weight.Name} {new Shape(weight.Axes)}"));
    }

    [Fact]
    public void What_the_layer_refuses_is_reported_of_the_application() =>
        Assert.Equal("GG3008", Rule.Infer("TimeDistributed", new Arguments(("layer", Rule.Layer("GELU"))), Rule.Of(ElementType.Int64, 6, 4)).ToString());
}
