using TorchSharp;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>The ReLU of what only a max pooling reads follows the pooling: the numbers and gradients are those of the declared order.</summary>
public class PoolingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Results_and_gradients_are_those_of_the_declared_order(int seed)
    {
        random.manual_seed(seed);
        using PooledModel model = new();
        AssertSame(model, model.Conv, convolved => nn.functional.max_pool2d(convolved.relu(), 2), largest: double.PositiveInfinity);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void So_they_are_where_windows_overlap_and_the_activation_is_a_node(int seed)
    {
        random.manual_seed(seed);
        using OverlappingModel model = new();
        AssertSame(model, model.Conv, convolved => nn.functional.max_pool2d(nn.functional.relu6(convolved), 3, 2), largest: 6);
    }

    [Fact]
    public void What_is_not_a_number_stays_so()
    {
        using PooledModel model = new();
        using Tensor x = full([1, 2, 9, 9], float.NaN);
        using Tensor result = model.call(x);
        Assert.True(result.isnan().all().item<bool>());
    }

    [Fact]
    public void A_convolution_that_something_else_reads_has_its_activation_at_once()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = randn(2, 2, 9, 9);
        (Tensor conv, Tensor pooled) = new HandedOutModel().call(x);
        Assert.True(conv.min().item<float>() >= 0);
        Assert.True(nn.functional.max_pool2d(conv, 2).allclose(pooled));

        ReadTwiceModel model = new();
        (Tensor mean, pooled) = model.call(x);
        conv = nn.functional.conv2d(x, model.Conv.weight, model.Conv.bias).relu();
        Assert.True(conv.mean([2, 3]).allclose(mean, atol: 1e-6));
        Assert.True(nn.functional.max_pool2d(conv, 2).allclose(pooled, atol: 1e-6));
    }

    /// <param name="model">A model of one convolution and what behind.</param>
    /// <param name="layer">Its convolution.</param>
    /// <param name="behind">What follows the convolution.</param>
    /// <param name="largest">What the activation gives at most.</param>
    private static void AssertSame(nn.Module<Tensor, Tensor> model, TorchSharp.Modules.Conv2d layer, Func<Tensor, Tensor> behind, double largest)
    {
        using DisposeScope scope = NewDisposeScope();

        // Whole numbers make ties, of zeros and of the largest too, and a bias below zero makes windows that are negative throughout.
        Tensor x = randint(-3, 4, [4, 2, 9, 9]).to(float32).requires_grad_(true);
        Tensor again = x.detach().clone().requires_grad_(true);
        using (no_grad())
        {
            layer.weight.copy_(layer.weight.sign());
            layer.bias!.fill_(-4);
        }

        Tensor actual = model.call(x);
        Tensor expected = behind(nn.functional.conv2d(again, layer.weight, layer.bias));
        Assert.True(expected.allclose(actual));
        Assert.True((expected == 0).any().item<bool>());
        if (double.IsFinite(largest)) Assert.True((expected == largest).any().item<bool>());

        Tensor weights = rand_like(expected);
        (expected * weights).sum().backward();
        Tensor kernel = layer.weight.grad!.clone();
        model.zero_grad();
        (actual * weights).sum().backward();
        Assert.True(again.grad!.allclose(x.grad!, atol: 1e-5));
        Assert.True(kernel.allclose(layer.weight.grad!, atol: 1e-4));
    }
}

[Model]
internal sealed partial class PooledModel
{
    private static readonly Input x = Input(2, 9, 9);
    private static readonly Node conv = Conv2D(4, kernel: 2, activation: ReLU)(x);
    private static readonly Output pooled = MaxPooling2D(2)(conv);
}

[Model]
internal sealed partial class OverlappingModel
{
    private static readonly Input x = Input(2, 9, 9);
    private static readonly Node conv = Conv2D(4, kernel: 2)(x);
    private static readonly Node clipped = ReLU6(conv);
    private static readonly Output pooled = MaxPooling2D(3, strides: 2)(clipped);
}

[Model]
internal sealed partial class HandedOutModel
{
    private static readonly Input x = Input(2, 9, 9);
    private static readonly Output conv = Conv2D(4, kernel: 2, activation: ReLU)(x);
    private static readonly Output pooled = MaxPooling2D(2)(conv);
}

[Model]
internal sealed partial class ReadTwiceModel
{
    private static readonly Input x = Input(2, 9, 9);
    private static readonly Node conv = Conv2D(4, kernel: 2, activation: ReLU)(x);
    private static readonly Output mean = GlobalAveragePooling2D()(conv);
    private static readonly Output pooled = MaxPooling2D(2)(conv);
}
