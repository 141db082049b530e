using TorchSharp;
using TorchSharp.Modules;

namespace GraphGen.Tests.Layers;

/// <summary>The numbers of generated convolutions and poolings against their definitions.</summary>
public class SamePaddingTests
{
    private static readonly long[] s_one = [1, 1];

    public SamePaddingTests() => torch.manual_seed(7);

    [Fact]
    public void Convolutions_pad_as_Keras_does()
    {
        using var scope = torch.NewDisposeScope();
        var model = new SameConvolutions();
        torch.Tensor x = torch.randn(2, 2, 7, 10);
        var results = model.call(x);
        AssertConvolution(model.Odd, x, results.odd, s_one, s_one, null);
        AssertConvolution(model.Even, x, results.even, s_one, s_one, null);
        AssertConvolution(model.Strided, x, results.strided, [2, 2], s_one, null);
        AssertConvolution(model.Sparse, x, results.sparse, [3, 3], s_one, null);
        AssertConvolution(model.Dilated, x, results.dilated, s_one, [2, 3], null);
        AssertConvolution(model.Numbered, x, results.numbered, [1, 2], [1, 2], [0, 2]);
    }

    [Fact]
    public void Convolutions_of_sequences_and_volumes_do_so_too()
    {
        using var scope = torch.NewDisposeScope();
        var model = new OtherConvolutions();
        torch.Tensor sound = torch.randn(2, 2, 11);
        torch.Tensor volume = torch.randn([2, 2, 4, 5, 6]);
        var results = model.call(sound, volume);
        AssertConvolution(model.Line, sound, results.line, [3], [1], null);
        AssertConvolution(model.Block, volume, results.block, [2, 1, 3], [1, 1, 1], null);
        AssertConvolution(model.Plain, volume, results.plain, [1, 1, 1], [1, 2, 1], [1, 1, 1]);
    }

    [Fact]
    public void Poolings_leave_out_the_padding_of_Keras()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor x = torch.randn(2, 2, 7, 10) - 10;
        var results = new SamePoolings().call(x);
        AssertClose(Naive.Greatest(x, [2, 2], [2, 2]), results.greatest);
        AssertClose(Naive.Greatest(x, [3, 3], s_one), results.greatestOf3);
        AssertClose(Naive.Greatest(x, [2, 4], s_one), results.greatestEven);
        AssertClose(Naive.Mean(x, [3, 3], [2, 2]), results.mean);
        AssertClose(Naive.Mean(x, [4, 2], [1, 3]), results.meanEven);
        AssertClose(Naive.Mean(x, [3, 3], s_one), results.meanOf3);
    }

    [Fact]
    public void Poolings_of_integers_sequences_and_volumes_do_so_too()
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor counts = torch.randint(-1000, -1, [2, 2, 7, 10], torch.int64);
        torch.Tensor sound = torch.randn(2, 2, 11) - 10;
        torch.Tensor volume = torch.randn([2, 2, 4, 5, 6]) - 10;
        var results = new OtherPoolings().call(counts, sound, volume);
        AssertClose(Naive.Greatest(counts, [3, 2], [2, 1]), results.most);
        AssertClose(Naive.Mean(counts, [3, 2], [2, 1]).trunc(), results.usual);
        AssertClose(Naive.Greatest(sound, [4], [1]), results.line);
        AssertClose(Naive.Mean(sound, [5], [2]), results.smooth);
        AssertClose(Naive.Greatest(volume, [2, 3, 2], [1, 2, 1]), results.block);
        AssertClose(Naive.Mean(volume, [2, 3, 2], [1, 2, 1]), results.thin);
        AssertClose(Naive.Mean(counts, [3, 3], [2, 2], [1, 1]).trunc(), results.counted);
        AssertClose(Naive.Mean(sound, [4], [3], [2]), results.longest);
    }

    [Fact]
    public void A_shared_layer_pads_each_input_by_its_own_size()
    {
        using var scope = torch.NewDisposeScope();
        var model = new SharedSame();
        torch.Tensor small = torch.randn(2, 2, 5, 5);
        torch.Tensor large = torch.randn(2, 2, 8, 9);
        var results = model.call(small, large);
        AssertClose(Naive.Convolve(small, model.Filter.weight, model.Filter.bias, [2, 2], s_one, null).relu(), results.smallEdge);
        AssertClose(Naive.Convolve(large, model.Filter.weight, model.Filter.bias, [2, 2], s_one, null).relu(), results.largeEdge);
        AssertClose(Naive.Greatest(small, [3, 3], [2, 2]), results.smallTop);
        AssertClose(Naive.Greatest(large, [3, 3], [2, 2]), results.largeTop);
    }

    [Fact]
    public void Each_picture_of_a_film_is_padded()
    {
        using var scope = torch.NewDisposeScope();
        var model = new DistributedSame();
        torch.Tensor film = torch.randn([2, 3, 2, 5, 6]);
        torch.Tensor pictures = film.flatten(0, 1);
        var results = model.call(film);
        AssertClose(Naive.Convolve(pictures, model.Edges.weight, model.Edges.bias, [2, 2], s_one, null).relu(), results.edges.flatten(0, 1));
        AssertClose(Naive.Greatest(pictures, [2, 2], s_one), results.tops.flatten(0, 1));
    }

    private static void AssertConvolution(Convolution convolution, torch.Tensor input, torch.Tensor result, long[] strides, long[] dilation, long[]? padding) =>
        AssertClose(Naive.Convolve(input, convolution.weight, convolution.bias, strides, dilation, padding), result);

    private static void AssertClose(torch.Tensor expected, torch.Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(torch.allclose(expected, actual.to(torch.float64), rtol: 1e-5, atol: 1e-5), "The numbers differ.");
    }
}
