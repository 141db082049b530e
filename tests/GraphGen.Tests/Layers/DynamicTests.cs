using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Layers;

/// <summary>Sizes that come with each call, and sizes that a constructor is given, against libtorch's own functions.</summary>
public class DynamicTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(10)]
    public void Axes_may_have_any_length(long length)
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new AnyLength(dtype: float64);
        foreach (long batch in new long[] { 1, 3 })
        {
            (Tensor x, Tensor y, Tensor row) = (Values.Random(batch, length, 6), Values.Random(batch, length, 6), Values.Random(batch, 1, 6));
            Tensor ids = randint(-2, 3, [batch, length], int64);
            AnyLength.Outputs outputs = model.forward(new AnyLength.Inputs(x, y, row, ids));
            var expected = new Dictionary<string, Tensor>
            {
                ["regrouped"] = x.view(batch, length, 3, 2),
                ["open"] = x.view(batch, 3, 2 * length),
                ["paired"] = x.view(batch, length / 2, 12).relu(),
                ["flat"] = x.view(batch, 6 * length),
                ["turned"] = x.transpose(1, 2),
                ["sum"] = x + row,
                ["both"] = (x * y) + row,
                ["third"] = y + row,
                ["joined"] = cat([x, row, y], 1),
                ["stacked"] = stack([x, y], 2),
                ["last"] = x.select(1, length - 1),
                ["secondLast"] = x.select(1, length - 2).narrow(1, 1, 5),
                ["inner"] = x.narrow(1, 1, length - 1).relu(),
                ["allButLast"] = x.narrow(1, 0, length - 1),
                ["lastTwo"] = x.narrow(1, length - 2, 2).narrow(2, 0, 3),
                ["first"] = x.select(1, 0) + x.select(1, 1),
                ["shift"] = x.diff(dim: 1),
                ["mean"] = x.mean([1]),
                ["norm"] = x.square().sum([1, 2], keepdim: true).sqrt(),
                ["largest"] = x.view(batch, -1).argmax(1),
                ["normal"] = Normalize(x, 1, 2),
                ["root"] = x / (x.square().mean([1, 2], keepdim: true) + 1e-6).sqrt(),
                ["unit"] = x / x.square().sum([1], keepdim: true).sqrt(),
                ["grouped"] = Normalize(x.view(batch, 2, length, 3), 2, 3).view(batch, 2 * length, 3),
                ["each"] = Normalize(x, 2),
                ["products"] = x.bmm(y.transpose(1, 2)),
                ["dots"] = x.bmm(y.transpose(1, 2)),
                ["along"] = x.transpose(1, 2).bmm(y),
                ["steps"] = x.narrow(1, 0, 1).repeat(1, length, 1),
                ["masked"] = where(ids.unsqueeze(2) > 0, x, zeros_like(x)),
                ["wide"] = (x + y).unsqueeze(2),
            };
            AssertAll(expected, outputs);
        }
    }

    [Theory]
    [InlineData(3, 3, 3, 6, "'pairs' (Reshape) makes a multiple of 12 elements of each example of 'x' (N, T, 6)")]
    [InlineData(4, 3, 4, 6, "'both_multiply' (Multiply) combines 'x' (N, T, 6) and 'y' (N, U, 6)")]
    [InlineData(4, 1, 4, 6, "'both_multiply' (Multiply) combines 'x' (N, T, 6) and 'y' (N, U, 6)")]
    public void What_a_layer_asks_of_lengths_is_checked_before_it_runs(long t, long u, long ids, long features, string reason)
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new AnyLength(dtype: float64);
        ShapeException exception = Assert.Throws<ShapeException>(() => model.forward(new AnyLength.Inputs(
            zeros(2, t, features, float64), zeros(2, u, features, float64), zeros(2, 1, 6, float64), zeros(2, ids, dtype: int64))));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 10, 5)]
    [InlineData(6, 7, 1)]
    [InlineData(2, 4, 3)]
    public void Weights_may_have_any_size(long width, long words, long length)
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new AnyBreadth(words: words, width: width, dtype: float64);
        Tensor ids = randint(0, words, [3, length], int64);
        Tensor sound = Values.Random(3, width, length);
        AnyBreadth.Outputs outputs = model.forward(new AnyBreadth.Inputs(ids, sound));
        Tensor vectors = model.Vectors.weight!.index_select(0, ids.flatten()).view(3, length, width);
        Tensor mean = sound.mean([0, 2], keepdim: true);
        var expected = new Dictionary<string, Tensor>
        {
            ["sequence"] = cat([model.Token.expand(3, 1, width), vectors], 1),
            ["hidden"] = nn.functional.linear(vectors, model.Hidden.weight, model.Hidden.bias).tanh(),
            ["heads"] = (vectors.reshape(-1, width).mm(model.Heads.Weight.reshape(width, width)) + model.Heads.Bias!.reshape(width)).reshape(3, length, 2, width / 2),
            ["normal"] = Normalize(vectors, 2),
            ["root"] = vectors / (vectors.square().mean([2], keepdim: true) + 1e-6).sqrt(),
            ["batch"] = (sound - mean) / ((sound - mean).square().mean([0, 2], keepdim: true) + 1e-5).sqrt(),
            ["grouped"] = Normalize(sound.view(3, 2, width / 2, length), 2, 3).view(3, width, length),
            ["each"] = Normalize(sound, 2),
            ["split"] = vectors.reshape(3, length, 2, width / 2),
            ["half"] = vectors.narrow(2, 1, width - 1),
            ["mixed"] = einsum("ncl,cd->ndl", sound, model.Mixed.Weight),
        };
        AssertAll(expected, outputs);
        Assert.Equal([2 * width + 1, width], model.Hidden.weight.shape);
        Assert.Equal([words, width], model.Vectors.weight!.shape);
        Assert.Equal(Enumerable.Repeat(0.0, (int)width), Values.Of(model.Vectors.weight[3]));
    }

    [Theory]
    [InlineData(8, 8, null)]
    [InlineData(8, 5, "words")]
    [InlineData(6, 8, "width")]
    [InlineData(12, 8, "width")]
    public void What_a_layer_asks_of_parameters_is_checked_by_the_constructor(long width, long words, string? parameter)
    {
        if (parameter is null)
        {
            using var model = new Fitting(width: width, words: words);
            return;
        }

        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => new Fitting(width: width, words: words));
        Assert.Equal(parameter, exception.ParamName);
    }

    private static Tensor Normalize(Tensor x, params long[] axes) => (x - x.mean(axes, keepdim: true)) / (x.var(axes, unbiased: false, keepdim: true) + 1e-5).sqrt();

    private static void AssertAll(Dictionary<string, Tensor> expected, object outputs)
    {
        Assert.Equal(expected.Count, outputs.GetType().GetProperties().Length);
        foreach ((string name, Tensor tensor) in expected)
        {
            Tensor actual = Values.Output(outputs, name);
            Assert.Equal((name, string.Join(", ", tensor.shape)), (name, string.Join(", ", actual.shape)));
            (double[] right, double[] numbers) = (Values.Of(tensor), Values.Of(actual));
            int wrong = Enumerable.Range(0, right.Length).FirstOrDefault(i => Math.Abs(right[i] - numbers[i]) > 1e-8 * (1 + Math.Abs(right[i])), -1);
            Assert.True(wrong < 0, $"{name}: {(wrong < 0 ? 0 : right[wrong])} and {(wrong < 0 ? 0 : numbers[wrong])} at {wrong}");
        }
    }
}
