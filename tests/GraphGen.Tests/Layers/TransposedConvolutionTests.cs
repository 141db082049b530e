using GraphGen.Modules;
using TorchSharp;
using TorchSharp.Modules;

namespace GraphGen.Tests.Layers;

/// <summary>The numbers of transposed convolutions against their definition: the gradient of a convolution.</summary>
public class TransposedConvolutionTests
{
    public TransposedConvolutionTests() => torch.manual_seed(3);

    [Fact]
    public void Each_element_is_spread_over_its_window()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AllTransposed(dtype: torch.float64);
        torch.Tensor sound = Values.Random(2, 2, 5);
        torch.Tensor picture = Values.Random(2, 4, 3, 4);
        torch.Tensor volume = Values.Random(2, 2, 2, 3, 2);
        AllTransposed.Outputs results = model.forward(new AllTransposed.Inputs(sound, picture, volume));
        AssertSpread(sound, model.Line, results.Line, [2], [2], [1], [14]);
        AssertSpread(picture, model.Plane, results.Plane, [2, 3], [1, 1], [1, 0], [5, 11]);
        AssertSpread(picture, model.Uneven, results.Uneven, [1, 3], [1, 1], [0, 1], [5, 12]);
        AssertSpread(volume, model.Solid, results.Solid, [2, 1, 3], [1, 1, 1], [0, 0, 0], [5, 4, 7], result => result.relu());
    }

    /// <summary>What Keras takes away: of the elements by which windows overlap half at each end, and the odd one at the end.</summary>
    [Fact]
    public void Same_takes_away_as_Keras_does()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AllTransposed(dtype: torch.float64);
        torch.Tensor sound = Values.Random(2, 2, 5);
        torch.Tensor picture = Values.Random(2, 4, 3, 4);
        torch.Tensor volume = Values.Random(2, 2, 2, 3, 2);
        AllTransposed.Outputs results = model.forward(new AllTransposed.Inputs(sound, picture, volume));
        AssertSpread(sound, model.SameLine, results.SameLine, [3], [1], [0], [15]);
        AssertSpread(picture, model.Same, results.Same, [2, 2], [1, 1], [0, 0], [6, 8], result => result.tanh());
        AssertSpread(picture, model.Sparse, results.Sparse, [3, 2], [1, 1], [0, 0], [9, 8]);
        AssertSpread(picture, model.Dilated, results.Dilated, [1, 1], [2, 3], [2, 1], [3, 4]);
        AssertSpread(volume, model.SameBody, results.SameBody, [1, 2, 2], [1, 1, 1], [0, 0, 0], [2, 6, 4]);
    }

    [Fact]
    public void Gradients_are_those_of_the_numbers()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AllTransposed(dtype: torch.float64);
        torch.Tensor sound = Values.Random(2, 2, 5);
        torch.Tensor picture = Values.Random(2, 4, 3, 4);
        torch.Tensor volume = Values.Random(2, 2, 2, 3, 2);
        Gradients.AssertRight(picture, x => Gradients.Sum(model.forward(new AllTransposed.Inputs(sound, x, volume))));
        Gradients.AssertRight(volume, x => Gradients.Sum(model.forward(new AllTransposed.Inputs(sound, picture, x))));
    }

    [Fact]
    public void A_module_of_our_own_stands_in_where_TorchSharp_takes_one_output_padding_for_all_axes()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AllTransposed();
        Assert.IsType<TransposedConvolution>(model.Uneven);
        Assert.IsType<TransposedConvolution>(model.Solid);
        Assert.IsType<ConvTranspose2d>(model.Plane);
        Assert.Equal(["uneven.weight"], model.state_dict().Keys.Where(key => key.StartsWith("uneven", StringComparison.Ordinal)));
        torch.Tensor picture = torch.rand(1, 4, 3, 4);
        Assert.Equal([1, 3, 5, 12], model.Uneven.call(picture).shape);
        Assert.Equal([1, 3, 5, 11], model.Uneven.forward(picture, [5, 11]).shape);
    }

    /// <summary>Each element of the result, as a sum over the elements and places of the kernel that meet there.</summary>
    private static void AssertSpread(
        torch.Tensor input, Convolution convolution, torch.Tensor result, long[] strides, long[] dilation, long[] before, long[] sizes,
        Func<torch.Tensor, torch.Tensor>? activation = null)
    {
        torch.Tensor weight = convolution.weight;
        long filters = result.size(1);
        long groups = filters / weight.size(1);
        torch.Tensor expected = torch.zeros([input.size(0), filters, .. sizes], torch.float64);
        if (convolution.bias is { } bias) expected += bias.detach().view([filters, .. sizes.Select(_ => 1L)]);
        foreach (long[] from in Naive.Indices(input.shape))
        {
            foreach (long[] at in Naive.Indices(weight.shape[1..]))
            {
                long[] to = [.. sizes.Select((_, i) => (from[i + 2] * strides[i]) + (at[i + 1] * dilation[i]) - before[i])];
                if (!to.Zip(sizes).All(axis => axis.First >= 0 && axis.First < axis.Second)) continue;
                long filter = (from[1] / (input.size(1) / groups) * weight.size(1)) + at[0];
                expected[[from[0], filter, .. to]] += input[from] * weight[[from[1], .. at]].detach();
            }
        }

        Assert.Equal(expected.shape, result.shape);
        Values.AssertClose(Values.Of(activation is null ? expected : activation(expected)), Values.Of(result));
    }
}
