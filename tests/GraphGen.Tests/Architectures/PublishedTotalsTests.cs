using GraphGen.Inspection;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Architectures;

/// <summary>Known networks, declared in the language, have exactly the numbers of weights that are published of them.</summary>
public class PublishedTotalsTests
{
    public static TheoryData<string, long> Published => new()
    {
        { nameof(LeNet5), 61_706 },
        { nameof(ResNet18), 11_689_512 },
        { nameof(ResNet50), 25_557_032 },
        { nameof(Vgg16), 138_357_544 },
        { nameof(MobileNet), 4_231_976 },
        { nameof(BertEncoder), 85_054_464 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void A_network_has_as_many_weights_as_is_published(string network, long published)
    {
        using nn.Module model = Make(network);
        Assert.Equal(published, model.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(published, ((IModel)model).Graph.Parameters);
    }

    /// <summary>Keras counts the statistics of batch normalizations too. torch's count of batches is no weight to anybody else.</summary>
    [Fact]
    public void With_its_statistics_a_MobileNet_has_as_many_numbers_as_Keras_counts()
    {
        using nn.Module model = Make(nameof(MobileNet));
        IEnumerable<Tensor> statistics = model.named_buffers().Where(buffer => buffer.name.Contains("running", StringComparison.Ordinal)).Select(buffer => buffer.buffer);
        Assert.Equal(4_253_864, model.parameters().Concat(statistics).Sum(numbers => numbers.numel()));
    }

    [Theory]
    [InlineData(nameof(ResNet18))]
    [InlineData(nameof(MobileNet))]
    public void A_network_of_pictures_tells_a_thousand_classes(string network)
    {
        using DisposeScope scope = NewDisposeScope();
        using var inference = no_grad();
        using var model = (nn.Module<Tensor, Tensor>)Make(network, CPU);
        Assert.Equal([1, 1000], model.call(rand(1, 3, 224, 224)).shape);
    }

    /// <summary>On the meta device, which has shapes and no numbers, unless said.</summary>
    private static nn.Module Make(string network, Device? device = null)
    {
        device ??= META;
        return network switch
        {
            nameof(LeNet5) => new LeNet5(device),
            nameof(ResNet18) => new ResNet18(device),
            nameof(ResNet50) => new ResNet50(device),
            nameof(Vgg16) => new Vgg16(device),
            nameof(MobileNet) => new MobileNet(device),
            nameof(BertEncoder) => new BertEncoder(device),
            _ => throw new ArgumentOutOfRangeException(nameof(network), network, "No network."),
        };
    }
}
