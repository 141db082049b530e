using GraphGen.Inspection;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>Layers one after another, each with weights of its own.</summary>
public class RepeatTests
{
    [Fact]
    public void Weights_stand_below_the_numbers_of_the_layers()
    {
        using Repeated model = new();
        string[] expected =
        [
            "shared.0.weight", "shared.0.bias", "shared.0_prelu.weight", "shared.1.weight", "shared.1.bias", "shared.1_prelu.weight",
            .. Enumerable.Range(0, 3).SelectMany(i => new[] { $"blocks.{i}.narrow.weight", $"blocks.{i}.narrow.bias", $"blocks.{i}.y_dense.weight", $"blocks.{i}.y_dense.bias" }),
            .. new[] { "y.0.0", "y.0.1", "y.1.0", "y.1.1" }.SelectMany(key => new[] { $"{key}.weight", $"{key}.bias" }),
        ];
        Assert.Equal(expected.Order(), model.state_dict().Keys.Order());
    }

    [Fact]
    public void They_are_applied_one_after_another()
    {
        using DisposeScope scope = NewDisposeScope();
        using Repeated model = new();
        Tensor x = rand(4, 6);
        (Tensor y, Tensor activated) = model.call(x);
        Dictionary<string, Tensor> weights = model.state_dict();
        Tensor Linear(Tensor input, string key) => nn.functional.linear(input, weights[$"{key}.weight"], weights[$"{key}.bias"]);
        Tensor Shared(Tensor input)
        {
            for (int i = 0; i < 2; i++) input = nn.functional.prelu(Linear(input, $"shared.{i}"), weights[$"shared.{i}_prelu.weight"]);
            return input;
        }

        Tensor expected = Shared(Shared(x));
        for (int i = 0; i < 3; i++) expected += Linear(Linear(expected, $"blocks.{i}.narrow").relu(), $"blocks.{i}.y_dense");
        Assert.True(expected.tanh().tanh().tanh().allclose(activated));
        foreach (string key in new[] { "y.0.0", "y.0.1", "y.1.0", "y.1.1" }) expected = Linear(expected, key);
        Assert.True(expected.allclose(y));
    }

    [Fact]
    public void The_list_gives_the_module_of_each()
    {
        using Repeated model = new();
        Assert.Equal(3, model.Blocks.Count);
        Assert.Same(model.Blocks, model.GetLayer("blocks"));
        Assert.Equal([3, 6], model.Blocks[2].Narrow.weight.shape);
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), ((IModel)model).Graph.Parameters);
    }

    [Fact]
    public void As_a_part_of_a_module_each_weight_is_registered_once()
    {
        using Repeated model = new();
        int weights = model.parameters().Count();
        using var whole = new GraphGen.Modules.LayerList<Repeated>(("0", model));
        Assert.Equal(weights, whole.parameters().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Sequences_pass_through(long length)
    {
        using RepeatedSequences model = new();
        Assert.Equal([2, length, 4], model.call(rand(2, length, 8)).shape);
        Assert.Contains("read.1.weight_ih_l0", model.state_dict().Keys);
        Assert.Contains("seen.1.in_proj_weight", model.state_dict().Keys);
        Assert.Contains("y.1.weight", model.state_dict().Keys);
    }

    [Fact]
    public void Nothing_but_the_results_is_left_alive()
    {
        using Repeated model = new();
        using Tensor x = rand(4, 6);
        using var _ = no_grad();
        model.call(x).y.Dispose();
        using DisposeScope scope = NewDisposeScope();
        model.call(x);
        Assert.Equal(2, scope.DisposablesCount);
    }
}
