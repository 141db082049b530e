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
        using DisposeScope scope = NewDisposeScope();
        random.manual_seed(seed);
        using PooledModel model = new();

        // Few values make ties, and a bias far below zero makes windows that are negative throughout.
        Tensor x = randint(-2, 3, [4, 2, 9, 9]).to(float32).requires_grad_(true);
        using (no_grad()) model.Conv.weight.copy_(model.Conv.weight.sign());
        Tensor again = x.detach().clone().requires_grad_(true);

        Tensor actual = model.call(x);
        Tensor convolved = nn.functional.conv2d(again, model.Conv.weight, model.Conv.bias);
        Tensor expected = nn.functional.max_pool2d(convolved.relu(), 2);
        Assert.True(expected.allclose(actual));

        Tensor weights = rand_like(expected);
        (expected * weights).sum().backward();
        Tensor kernel = model.Conv.weight.grad!.clone();
        model.zero_grad();
        (actual * weights).sum().backward();
        Assert.True(again.grad!.allclose(x.grad!, atol: 1e-5));
        Assert.True(kernel.allclose(model.Conv.weight.grad!, atol: 1e-4));
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
        using ReadTwiceModel model = new();
        using Tensor x = randn(2, 2, 9, 9);
        (Tensor conv, Tensor pooled) = model.call(x);
        Assert.True(conv.min().item<float>() >= 0);
        Assert.True(nn.functional.max_pool2d(conv, 2).allclose(pooled));
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
internal sealed partial class ReadTwiceModel
{
    private static readonly Input x = Input(2, 9, 9);
    private static readonly Output conv = Conv2D(4, kernel: 2, activation: ReLU)(x);
    private static readonly Output pooled = MaxPooling2D(2)(conv);
}
