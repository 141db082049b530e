using TorchSharp;
using TorchSharp.Modules;

namespace GraphGen.Tests.Layers;

/// <summary>Depthwise and separable convolutions against convolutions of one channel, element by element.</summary>
public class SeparableConvolutionTests
{
    private static readonly long[] s_one = [1, 1];

    public SeparableConvolutionTests() => torch.manual_seed(5);

    [Fact]
    public void Each_channel_has_filters_of_its_own()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AllSeparable(dtype: torch.float64);
        (torch.Tensor sound, torch.Tensor picture) = (Values.Random(2, 2, 7), Values.Random(2, 3, 5, 6));
        AllSeparable.Outputs results = model.forward(new AllSeparable.Inputs(sound, picture));
        AssertClose(Depthwise(sound, model.Line, [2], [1], [0]), results.Line);
        AssertClose(Depthwise(picture, model.Plane, s_one, [1, 2], [1, 1]).relu(), results.Plane);
        AssertClose(Depthwise(picture, model.Same, [2, 2], s_one, null), results.Same);
    }

    [Fact]
    public void Behind_it_all_channels_of_each_place_are_mixed()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AllSeparable(dtype: torch.float64);
        (torch.Tensor sound, torch.Tensor picture) = (Values.Random(2, 2, 7), Values.Random(2, 3, 5, 6));
        AllSeparable.Outputs results = model.forward(new AllSeparable.Inputs(sound, picture));
        AssertClose(Pointwise(Depthwise(sound, model.Mixed.Depthwise, [1], [2], [2]), model.Mixed.Pointwise).sigmoid(), results.Mixed);
        AssertClose(Pointwise(Depthwise(picture, model.Broad.Depthwise, [1, 2], s_one, [0, 0]), model.Broad.Pointwise), results.Broad);
        AssertClose(Pointwise(Depthwise(picture, model.SameOnes.Depthwise, s_one, s_one, null), model.SameOnes.Pointwise), results.SameOnes);
    }

    [Fact]
    public void The_keys_of_both_weights_nest()
    {
        using var model = new AllSeparable();
        Assert.Equal(
            ["broad.depthwise.weight", "broad.pointwise.bias", "broad.pointwise.weight"],
            model.state_dict().Keys.Where(key => key.StartsWith("broad", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(6, model.Graph.Nodes.Count - model.Graph.Inputs.Count);
        Assert.Equal(model.parameters().Sum(parameter => parameter.NumberOfElements), model.Graph.Parameters);
    }

    [Fact]
    public void An_initializer_fills_both()
    {
        using var model = new AllSeparable();
        Assert.All(model.SameOnes.parameters(), parameter => Assert.All(Values.Of(parameter), number => Assert.Equal(0.5, number)));
    }

    [Fact]
    public void It_moves_and_is_disposed_with_its_model()
    {
        using var model = new AllSeparable();
        model.to(torch.float64);
        Assert.All(model.parameters(), parameter => Assert.Equal(torch.float64, parameter.dtype));
        model.Broad.Dispose();
        Assert.True(model.Broad.Depthwise.weight.IsInvalid);
    }

    [Fact]
    public void Gradients_are_those_of_the_numbers()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AllSeparable(dtype: torch.float64);
        (torch.Tensor sound, torch.Tensor picture) = (Values.Random(2, 2, 7), Values.Random(2, 3, 5, 6));
        Gradients.AssertRight(sound, x => Gradients.Sum(model.forward(new AllSeparable.Inputs(x, picture))));
        Gradients.AssertRight(picture, x => Gradients.Sum(model.forward(new AllSeparable.Inputs(sound, x))));
    }

    private static torch.Tensor Depthwise(torch.Tensor input, Convolution convolution, long[] strides, long[] dilation, long[]? padding)
    {
        long multiplier = convolution.weight.size(0) / input.size(1);
        torch.Tensor[] channels = [.. Enumerable.Range(0, (int)input.size(1)).Select(c => Naive.Convolve(
            input.narrow(1, c, 1),
            convolution.weight.narrow(0, c * multiplier, multiplier),
            convolution.bias?.narrow(0, c * multiplier, multiplier),
            strides,
            dilation,
            padding))];
        return torch.cat(channels, 1);
    }

    private static torch.Tensor Pointwise(torch.Tensor input, Convolution convolution)
    {
        torch.Tensor last = input.movedim([1], [-1]).matmul(convolution.weight.detach().flatten(1).t());
        if (convolution.bias is { } bias) last += bias.detach();
        return last.movedim([-1], [1]);
    }

    private static void AssertClose(torch.Tensor expected, torch.Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(torch.allclose(expected, actual, rtol: 1e-6, atol: 1e-6), "The numbers differ.");
    }
}
