using TorchSharp;

namespace GraphGen.Tests.Layers;

public class ImageTests
{
    private static readonly string[] s_images = ["edges", "greatest", "same", "shifted", "mean", "normal", "deep"];

    public ImageTests() => torch.manual_seed(11);

    [Fact]
    public void The_order_in_memory_changes_no_number()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new Pictures(dtype: torch.float64);
        using var contiguous = new ContiguousPictures(dtype: torch.float64);
        contiguous.load_state_dict(model.state_dict());
        torch.Tensor picture = Values.Random(2, 3, 9, 10);
        foreach (bool trains in new[] { true, false })
        {
            model.train(trains);
            contiguous.train(trains);
            var results = model.forward(new Pictures.Inputs(picture));
            var expected = contiguous.forward(new ContiguousPictures.Inputs(picture));
            foreach (string name in (string[])[.. s_images, "flat", "turned", "regrouped", "channels", "kept"])
                Values.AssertClose(Values.Of(Values.Output(expected, name)), Values.Of(Values.Output(results, name)));
        }
    }

    [Fact]
    public void Channels_stay_last_from_layer_to_layer()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new Pictures();
        var results = model.forward(new Pictures.Inputs(torch.rand(2, 3, 9, 10)));
        foreach (string name in s_images)
            Assert.Equal(1, Values.Output(results, name).stride(1));
        Assert.True(results.Flat.is_contiguous());
    }

    [Fact]
    public void Flatten_goes_through_the_axes_in_their_order()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new Pictures();
        var results = model.forward(new Pictures.Inputs(torch.rand(2, 3, 9, 10)));
        torch.Tensor inOrder = results.Deep.contiguous();
        AssertClose(inOrder.view(2, -1), results.Flat);
        AssertClose(inOrder.view(2, -1, 4), results.Regrouped);
    }

    [Fact]
    public void Overwritten_results_keep_their_gradients()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var sequences = new OverwrittenSequences(dtype: torch.float64);
        Gradients.AssertRight(Values.Random(3, 2, 7), sound => Gradients.Sum(sequences.forward(new OverwrittenSequences.Inputs(sound))));
        using var images = new OverwrittenImages(dtype: torch.float64);
        torch.Tensor picture = Values.Random(2, 2, 4, 5);
        torch.Tensor volume = Values.Random(2, 2, 3, 2, 3);
        Gradients.AssertRight(picture, x => Gradients.Sum(images.forward(new OverwrittenImages.Inputs(x, volume))));
        Gradients.AssertRight(volume, x => Gradients.Sum(images.forward(new OverwrittenImages.Inputs(picture, x))));
    }

    [Fact]
    public void Normalizations_are_their_formulas()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new Orders(dtype: torch.float64);
        using (torch.no_grad())
        {
            model.Batch.weight.copy_(torch.tensor([2.0, 3.0]));
            model.Batch.bias!.copy_(torch.tensor([-1.0, 1.0]));
            model.Layer.weight.copy_(Values.Random(3, 4));
            model.Layer.bias!.copy_(Values.Random(3, 4));
            model.Each.weight.copy_(torch.tensor([0.5, -2.0]));
            model.Each.bias!.copy_(torch.tensor([1.0, 2.0]));
            model.Grouped.weight.copy_(torch.tensor([0.5, -2.0, 1.0, 3.0]));
            model.Grouped.bias!.copy_(torch.tensor([1.0, 2.0, 0.0, -1.0]));
            model.Root.Weight!.copy_(Values.Random(3, 4));
        }

        torch.Tensor x = Values.Random(5, 2, 3, 4);
        torch.Tensor single = Values.Random(5);
        long[] overBatch = [0, 2, 3];
        torch.Tensor mean = x.mean(overBatch);
        torch.Tensor variance = x.var(overBatch, unbiased: false);
        var results = model.forward(new Orders.Inputs(x, single));
        AssertClose(Scale(Normalize(x, PerChannel(mean), PerChannel(variance), 0.5)), results.Batch);
        AssertClose(Normalize(x, PerChannel(mean), PerChannel(variance), 1e-5), results.Bare);
        AssertClose(NormalizeOver(x, [2, 3], 0.5) * model.Layer.weight + model.Layer.bias!, results.Layer);
        AssertClose(NormalizeOver(x, [3], 1e-5), results.Plain);
        AssertClose(NormalizeOver(x, [2, 3], 0.5) * PerChannel(model.Each.weight) + PerChannel(model.Each.bias!), results.Each);
        AssertClose(NormalizeOver(x, [2, 3], 1e-5).maximum(torch.zeros_like(x)), results.EachBare);
        AssertClose(
            torch.cat([NormalizeOver(x, [1, 2, 3], 0.5), NormalizeOver(x, [1, 2, 3], 0.5)], 1) * PerChannel(model.Grouped.weight) + PerChannel(model.Grouped.bias!),
            results.Grouped);
        AssertClose(NormalizeOver(x, [1, 2, 3], 1e-5).maximum(torch.zeros_like(x)), results.Together);
        AssertClose(x / (x.square().mean([2, 3], keepdim: true) + 0.5).sqrt() * model.Root.Weight!, results.Root);
        AssertClose((x / (x.square().mean([3], keepdim: true) + 1e-6).sqrt()).tanh(), results.RootBare);
        AssertClose(x / x.square().sum([3], keepdim: true).sqrt(), results.Unit);
        AssertClose(x / x.square().sum([1], keepdim: true).sqrt(), results.Unit1);

        // Running averages: the batch's part is the momentum, and the variance is that of a sample.
        AssertClose(mean * 0.3, model.Batch.running_mean!);
        AssertClose(x.var(overBatch, unbiased: true) * 0.3 + 0.7, model.Batch.running_var!);
        model.eval();
        AssertClose(
            Scale(Normalize(x, PerChannel(model.Batch.running_mean!), PerChannel(model.Batch.running_var!), 0.5)),
            model.forward(new Orders.Inputs(x, single)).Batch);

        torch.Tensor Scale(torch.Tensor normalized) => normalized * PerChannel(model.Batch.weight) + PerChannel(model.Batch.bias!);
    }

    [Fact]
    public void Dropout_drops_in_training_alone()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new Orders();
        torch.Tensor ones = torch.ones(4000, 2, 3, 4);
        torch.Tensor single = torch.ones(4000);
        torch.Tensor kept = model.forward(new Orders.Inputs(ones, single)).Kept;
        Assert.InRange((kept == 0).to(torch.float64).mean().item<double>(), 0.24, 0.26);
        Assert.InRange(kept.max().item<float>(), 1.3333, 1.3334);
        model.eval();
        AssertClose(ones, model.forward(new Orders.Inputs(ones, single)).Kept);
    }

    [Fact]
    public void Elements_are_reordered_as_the_names_say()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using var model = new Orders();
        torch.Tensor x = torch.arange(48, dtype: torch.float32).view(2, 2, 3, 4);
        var results = model.forward(new Orders.Inputs(x, torch.ones(2)));
        Assert.Equal(Enumerable.Range(0, 48).Select(i => (double)i), Values.Of(results.Flat));
        Assert.Equal([2, 24], results.Flat.shape);
        Assert.Equal(Enumerable.Range(0, 48).Select(i => (double)i), Values.Of(results.Halves));
        Assert.Equal([2, 2, 12], results.Halves.shape);
        Assert.Equal([2, 1], results.Lifted.shape);
        Assert.Equal([2, 4, 2, 3], results.Turned.shape);
        Assert.Equal(x[1, 0, 2, 3].item<float>(), results.Turned[1, 3, 0, 2].item<float>());
        Assert.Equal([2, 2, 24], results.Steps.shape);
        Assert.Equal([.. Values.Of(x[1]), .. Values.Of(x[1])], Values.Of(results.Steps[1]));
        Assert.Equal([2, 2, 1, 3, 4], results.Between.shape);
        Assert.Equal([2, 1], results.Behind.shape);
        AssertClose(x, results.Without);
    }

    private static torch.Tensor PerChannel(torch.Tensor numbers) => numbers.view(1, -1, 1, 1);

    private static torch.Tensor Normalize(torch.Tensor x, torch.Tensor mean, torch.Tensor variance, double epsilon) => (x - mean) / (variance + epsilon).sqrt();

    private static torch.Tensor NormalizeOver(torch.Tensor x, long[] axes, double epsilon) =>
        Normalize(x, x.mean(axes, keepdim: true), x.var(axes, unbiased: false, keepdim: true), epsilon);

    private static void AssertClose(torch.Tensor expected, torch.Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Values.AssertClose(Values.Of(expected), Values.Of(actual));
    }

    /// <summary>All outputs as one number, each element with a weight of its own.</summary>
}
