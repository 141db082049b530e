using TorchSharp;
using TorchSharp.Modules;

namespace GraphGen.Tests.Layers;

/// <summary>Layers with windows, and those that add, leave out or spread elements, of sizes that come with each call.</summary>
public class AnySizeTests
{
    private static readonly long[] s_one = [1, 1];

    public AnySizeTests() => torch.manual_seed(19);

    public static TheoryData<long, long> Pictures => new() { { 3, 4 }, { 4, 3 }, { 5, 5 }, { 6, 9 }, { 7, 8 }, { 8, 7 }, { 9, 12 } };

    public static TheoryData<long> Lengths => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Convolutions_pad_by_the_size_that_comes(long height, long width)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AnyConvolutions(filters: 4, channels: 2, dtype: torch.float64);
        torch.Tensor x = Values.Random(2, 2, height, width);
        AnyConvolutions.Outputs results = model.forward(new AnyConvolutions.Inputs(x));
        AssertConvolution(model.Plain, x, results.Plain, s_one, s_one, [1, 1]);
        AssertConvolution(model.Strided, x, results.Strided, [2, 2], s_one, null, result => result.relu());
        AssertConvolution(model.Even, x, results.Even, s_one, s_one, null);
        AssertConvolution(model.Mixed, x, results.Mixed, [1, 2], s_one, null);
        AssertConvolution(model.Sparse, x, results.Sparse, [3, 5], s_one, null);
        AssertConvolution(model.Dilated, x, results.Dilated, [2, 2], [3, 2], null);
        AssertConvolution(model.Depthwise, x, results.Depthwise, [2, 2], s_one, null);
        torch.Tensor between = Naive.Convolve(x, model.Separable.Depthwise.weight, null, [2, 2], s_one, null);
        AssertConvolution(model.Separable.Pointwise, between, results.Separable, s_one, s_one, [0, 0]);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void So_do_convolutions_of_sequences_and_volumes(long size)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new OtherAnyConvolutions(dtype: torch.float64);
        torch.Tensor sound = Values.Random(2, 2, size);
        torch.Tensor volume = Values.Random(2, 2, size, 3, size);
        torch.Tensor picture = Values.Random(2, 2, 4 * size, 8 * size);
        OtherAnyConvolutions.Outputs results = model.forward(new OtherAnyConvolutions.Inputs(sound, volume, picture));
        AssertConvolution(model.Shared, sound, results.Line, [3], [1], null);
        AssertConvolution(model.Shared, results.Line, results.Again, [3], [1], null);
        AssertConvolution(model.Block, volume, results.Block, [2, 1, 2], [1, 1, 1], null);
        if (size <= 2) AssertConvolution(model.Known, picture, results.Known, [2, 4], s_one, null);
    }

    /// <summary>Against the same with numbers, which <see cref="TransposedConvolutionTests"/> compares with the definition.</summary>
    [Theory]
    [MemberData(nameof(Pictures))]
    public void Transposed_convolutions_take_away_from_what_comes(long height, long width)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AnyTransposed(channels: 2, dtype: torch.float64);
        torch.Tensor sound = Values.Random(2, 2, height);
        torch.Tensor picture = Values.Random(2, 2, height, width);
        AnyTransposed.Outputs results = model.forward(new AnyTransposed.Inputs(sound, picture));
        AssertClose(model.Line.call(sound).narrow(2, 0, height * 3), results.Line);
        AssertClose(model.Plane.call(picture), results.Plane);
        AssertClose(
            torch.nn.functional.conv_transpose2d(picture, model.Uneven.weight, model.Uneven.bias, [1, 3], [0, 0], [0, 2], [1, 1]), results.Uneven);
        AssertClose(model.Same.call(picture).narrow(2, 0, height * 2).narrow(3, 0, width).relu(), results.Same);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Poolings_leave_out_the_padding_of_any_size(long height, long width)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AnyPoolings(dtype: torch.float64);
        torch.Tensor sound = Values.Random(2, 3, width) - 10;
        torch.Tensor picture = Values.Random(2, 3, height, width) - 10;
        torch.Tensor volume = Values.Random(2, 2, width, height, 5) - 10;
        AnyPoolings.Outputs results = model.forward(new AnyPoolings.Inputs(sound, picture, volume));
        AssertClose(Naive.Greatest(picture, [2, 2], [2, 2], [0, 0]), results.Plain);
        AssertClose(Naive.Mean(picture, [3, 2], [2, 2], [1, 1]), results.Padded);
        AssertClose(Naive.Greatest(picture, [3, 3], [2, 2]), results.Greatest);
        AssertClose(Naive.Greatest(picture, [2, 4], [1, 2]), results.Shifted);
        AssertClose(Naive.Mean(picture, [3, 2], [2, 1]), results.Mean);
        AssertClose(Naive.Greatest(sound, [4], [1]), results.Line);
        AssertClose(Naive.Mean(sound, [3], [2]), results.Smooth);
        AssertClose(Naive.Greatest(volume, [2, 3, 2], [2, 2, 1]), results.Block);
        AssertClose(Naive.Mean(volume, [2, 1, 2], [2, 1, 2]), results.Thin);
        AssertClose(picture.amax([2, 3]), results.Top);
        AssertClose(sound.mean([2], keepdim: true), results.Middle);
        AssertClose(torch.nn.functional.adaptive_max_pool2d(picture, [2, 3]), results.Windows);
        Assert.Equal([2, 2, 2, 3, 2], results.Bodies.shape);
        AssertClose(torch.nn.functional.adaptive_avg_pool1d(sound, 3), results.Few);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Elements_are_added_left_out_and_spread(long height, long width)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AnyResizing(channels: 1, dtype: torch.float64);
        torch.Tensor sound = Values.Random(2, 5, width);
        torch.Tensor picture = Values.Random(2, 4, height, width);
        AnyResizing.Outputs results = model.forward(new AnyResizing.Inputs(sound, picture));
        AssertClose(torch.nn.functional.pad(picture, [2, 3, 0, 1]), results.Larger);
        AssertClose(torch.nn.functional.pad(sound, [2, 0]), results.Longer);
        AssertClose(torch.nn.functional.pad(picture, [-2, 0, 0, -1]), results.Smaller);
        AssertClose(torch.nn.functional.pad(sound, [-1, -1]), results.Shorter);
        AssertClose(picture.repeat_interleave(2, 2).repeat_interleave(3, 3), results.Blocks);
        AssertClose(
            torch.nn.functional.interpolate(picture, [2 * height, 2 * width], mode: torch.InterpolationMode.Bilinear, align_corners: false), results.Plane);
        AssertClose(torch.nn.functional.pixel_shuffle(picture, 2), results.Shuffled);
        AssertClose(picture, results.Back);
    }

    [Theory]
    [InlineData(1, 4, 5)]
    [InlineData(3, 5, 4)]
    public void Each_picture_of_a_film_is_padded_by_its_size(long length, long height, long width)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new AnyFilms(dtype: torch.float64);
        torch.Tensor film = Values.Random(2, length, 2, height, width);
        AnyFilms.Outputs results = model.forward(new AnyFilms.Inputs(film));
        torch.Tensor pictures = film.flatten(0, 1);
        AssertConvolution(model.Edges, pictures, results.Edges.flatten(0, 1), [2, 2], s_one, null, result => result.relu());
        AssertClose(Naive.Greatest(pictures, [3, 3], [2, 2]), results.Tops.flatten(0, 1));
        AssertClose(film.repeat_interleave(2, 3).repeat_interleave(2, 4), results.Larger);
        LifetimeTests.AssertResultsAlone(() => new AnyFilms(), other => other.forward(new AnyFilms.Inputs(torch.rand([2, 3, 2, 4, 5]))));
    }

    [Fact]
    public void What_turns_out_too_small_is_refused_before_any_layer_runs()
    {
        AssertRefused(
            "H elements along axis 2, at least 1",
            "0",
            () => new AnyConvolutions(),
            model => model.forward(new AnyConvolutions.Inputs(torch.rand(1, 4, 0, 3))));
        AssertRefused(
            "sizes for which W >= 2, since 'plain' (MaxPooling2D) looks at 2 elements at once along axis 3 of 'picture' (N, C, H, W)",
            "W = 1 and 2",
            () => new AnyPoolings(),
            model => model.forward(new AnyPoolings.Inputs(torch.rand(1, 2, 3), torch.rand(1, 2, 4, 1), torch.rand([1, 2, 3, 4, 5]))));
        AssertRefused(
            "sizes for which 2 * H + 1 >= 5, since 'plane' (Conv2DTranspose) takes 2 elements away at each end of axis 2 of its result, made of " +
            "'picture' (N, channels, H, W)",
            "2 * H + 1 = 3 and 5",
            () => new AnyTransposed(),
            model => model.forward(new AnyTransposed.Inputs(torch.rand(1, 4, 3), torch.rand(1, 4, 1, 3))));
        AssertRefused(
            "sizes for which W >= 3, since 'smaller' (Cropping2D) takes 2 elements away along axis 3 of 'picture' (N, 4 * channels, H, W)",
            "W = 2 and 3",
            () => new AnyResizing(),
            model => model.forward(new AnyResizing.Inputs(torch.rand(1, 3, 2), torch.rand(1, 8, 4, 2))));
        AssertRefused(
            "sizes for which 4 divides C, since 'shuffled' (PixelShuffle) makes squares of 2 by 2 elements from 4 channels each, of 'picture' (N, C, 3, 3)",
            "4 and C = 6",
            () => new AnyChannels(),
            model => model.forward(torch.rand(1, 6, 3, 3)));
    }

    [Fact]
    public void After_forward_the_results_alone_are_alive()
    {
        LifetimeTests.AssertResultsAlone(() => new AnyConvolutions(), model => model.forward(new AnyConvolutions.Inputs(torch.rand(2, 4, 8, 7))));
        LifetimeTests.AssertResultsAlone(
            () => new OtherAnyConvolutions(),
            model => model.forward(new OtherAnyConvolutions.Inputs(torch.rand(2, 2, 3), torch.rand([2, 2, 2, 3, 2]), torch.rand(2, 2, 4, 8))));
        LifetimeTests.AssertResultsAlone(
            () => new AnyTransposed(), model => model.forward(new AnyTransposed.Inputs(torch.rand(2, 4, 5), torch.rand(2, 4, 3, 4))));
        LifetimeTests.AssertResultsAlone(
            () => new AnyPoolings(),
            model => model.forward(new AnyPoolings.Inputs(torch.rand(2, 3, 4), torch.rand(2, 3, 5, 6), torch.rand([2, 2, 4, 5, 5]))));
        LifetimeTests.AssertResultsAlone(
            () => new AnyResizing(), model => model.forward(new AnyResizing.Inputs(torch.rand(2, 5, 4), torch.rand(2, 8, 3, 4))));
    }

    private static void AssertRefused<TModel>(string expected, string actual, Func<TModel> make, Func<TModel, object> run)
        where TModel : torch.nn.Module
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using TModel model = make();
        ShapeException exception = Assert.Throws<ShapeException>(() => run(model));
        Assert.Equal((expected, actual), (exception.Expected, exception.Actual));
    }

    private static void AssertConvolution(
        Convolution convolution, torch.Tensor input, torch.Tensor result, long[] strides, long[] dilation, long[]? padding,
        Func<torch.Tensor, torch.Tensor>? activation = null)
    {
        torch.Tensor expected = Naive.Convolve(input, convolution.weight, convolution.bias, strides, dilation, padding);
        AssertClose(activation is null ? expected : activation(expected), result);
    }

    private static void AssertClose(torch.Tensor expected, torch.Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Values.AssertClose(Values.Of(expected), Values.Of(actual));
    }
}
