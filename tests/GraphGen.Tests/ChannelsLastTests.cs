using TorchSharp;
using static GraphGen.Layers;

namespace GraphGen.Tests;

/// <summary>A model that is computed channels-last in memory, beside the same one that is not.</summary>
public class ChannelsLastTests
{
    [Fact]
    public void Weights_are_saved_and_loaded_both_ways()
    {
        using ChannelsLastModel last = new();
        using ChannelsFirstModel first = new();
        AssertLoads(last, first);
        AssertLoads(first, last);
        AssertLoads(last, new ChannelsLastModel());
    }

    [Theory]
    [InlineData(torch.ScalarType.Float32, 1e-5)]
    [InlineData(torch.ScalarType.Float64, 1e-12)]
    public void Results_and_gradients_are_the_same(torch.ScalarType type, double tolerance)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        ChannelsLastModel last = new();
        ChannelsFirstModel first = new();
        last.to(type);
        first.to(type);
        first.load_state_dict(last.state_dict());
        torch.Tensor x = torch.rand(2, 3, 12, 12, dtype: type);
        torch.Tensor expected = first.call(x);
        torch.Tensor actual = last.call(x);
        AssertClose(expected, actual, tolerance);

        expected.square().sum().backward();
        actual.square().sum().backward();
        foreach (((_, TorchSharp.Modules.Parameter parameter), (_, TorchSharp.Modules.Parameter other)) in first.named_parameters().Zip(last.named_parameters()))
        {
            Assert.Equal(parameter.stride(), other.stride());
            AssertClose(parameter.grad!, other.grad!, 100 * tolerance);
        }
    }

    private static void AssertLoads(torch.nn.Module from, torch.nn.Module to)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        from.save(writer);
        stream.Position = 0;
        using BinaryReader reader = new(stream);
        to.load(reader);
        foreach ((string key, torch.Tensor saved) in from.state_dict()) AssertClose(saved, to.state_dict()[key], 0);
    }

    private static void AssertClose(torch.Tensor expected, torch.Tensor actual, double tolerance) =>
        Assert.True(torch.allclose(expected, actual, rtol: tolerance, atol: tolerance), $"{(expected - actual).abs().max().ToDouble()}");
}

[Model]
internal sealed partial class ChannelsLastModel
{
    static readonly Input x = Input(3, 12, 12);
    static readonly Node pooled = MaxPooling2D(2)(Conv2D(6, 3, activation: ReLU)(x));
    static readonly Output y = Conv2D(4, 3, activation: Tanh)(pooled);
}

[Model(ChannelsLast = false)]
internal sealed partial class ChannelsFirstModel
{
    static readonly Input x = Input(3, 12, 12);
    static readonly Node pooled = MaxPooling2D(2)(Conv2D(6, 3, activation: ReLU)(x));
    static readonly Output y = Conv2D(4, 3, activation: Tanh)(pooled);
}
