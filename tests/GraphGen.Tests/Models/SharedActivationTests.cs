using TorchSharp;
using static GraphGen.Layers;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>A layer that several others have as their activation is applied to what each of them makes, and not to what the first one made.</summary>
public class SharedActivationTests
{
    [Fact]
    public void Each_application_has_a_shape_of_its_own()
    {
        using SharedActivationModel model = new();
        using Tensor five = rand(2, 5, 4);
        using Tensor seven = rand(2, 7, 4);
        (Tensor ofFive, Tensor ofSeven) = model.call(five, seven);
        Assert.Equal([2L, 5, 3], ofFive.shape);
        Assert.Equal([2L, 7, 3], ofSeven.shape);
    }
}

[Model]
internal sealed partial class SharedActivationModel
{
    private static readonly Input five = Input(5, 4);
    private static readonly Input seven = Input(7, 4);
    private static readonly Layer normalize = TimeDistributed(BatchNormalization());
    private static readonly Output ofFive = Dense(3, normalize)(five);
    private static readonly Output ofSeven = Dense(3, normalize)(seven);
}
