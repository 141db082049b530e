using GraphGen.Inspection;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>Models within models.</summary>
public class NestedTests
{
    [Fact]
    public void Weights_stand_below_the_keys_of_the_layers()
    {
        using PairOfPictures model = new();
        Assert.Equal(
            [
                "encoder.hidden1.weight", "encoder.hidden1.bias", "encoder.code.weight", "encoder.code.bias",
                "block1.narrow.weight", "block1.narrow.bias", "block1.y_dense.weight", "block1.y_dense.bias",
                "block2.narrow.weight", "block2.narrow.bias", "block2.y_dense.weight", "block2.y_dense.bias",
                "same.weight", "same.bias",
            ],
            model.state_dict().Keys);
    }

    [Fact]
    public void Sizes_are_seen_from_the_input_and_parameters_are_given()
    {
        using PairOfPictures model = new();
        Assert.Equal([4, 8], model.Block1.Narrow.weight.shape);
        Assert.Equal([2, 8], model.Block2.Narrow.weight.shape);
    }

    [Fact]
    public void A_shared_model_and_its_chosen_outputs_are_the_models_own()
    {
        using PairOfPictures model = new();
        using Tensor left = rand(3, 8, 8);
        using Tensor right = rand(3, 8, 8);
        (Tensor same, Tensor darkness) = model.call(left, right);
        (Tensor code1, _) = model.Encoder.call(left);
        (Tensor code2, Tensor mean2) = model.Encoder.call(right);
        using Tensor joined = cat([code1, code2], 1);
        using Tensor expected = model.Same.call(model.Block2.call(model.Block1.call(joined))).sigmoid();
        Assert.True(expected.allclose(same));
        Assert.True(mean2.allclose(darkness));
    }

    [Fact]
    public void Nothing_but_the_results_is_left_alive()
    {
        using PairOfPictures model = new();
        using Tensor left = rand(3, 8, 8);
        using Tensor right = rand(3, 8, 8);
        using var _ = no_grad();
        model.call(left, right).same.Dispose();
        using DisposeScope scope = NewDisposeScope();
        (Tensor same, Tensor darkness) = model.call(left, right);
        Assert.Equal(2, scope.DisposablesCount);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(24)]
    public void Parameters_are_handed_on(long size)
    {
        using Stack model = new(size);
        Assert.Equal([3, size], model.First.Narrow.weight.shape);
        Assert.Equal([size, 2 * size], model.Y.Narrow.weight.shape);
        Assert.Equal([5, 2 * size], model.call(ones(5, size)).shape);
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), model.Graph.Parameters);
        Assert.Contains($"(N, {2 * size})", model.Summary(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_has_a_row_for_each_chosen_output()
    {
        using PairOfPictures model = new();
        IEnumerable<string> rows = model.Summary().Split(Environment.NewLine).Select(row => string.Join(" ", row.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("a Encoder[\"code\"] left (N, 4) 1,108", rows);
        Assert.Contains("darkness Encoder[\"mean\"] right (N) shared with a", rows);
        Assert.Equal(model.parameters().Sum(parameter => parameter.numel()), ((IModel)model).Graph.Parameters);
    }
}
