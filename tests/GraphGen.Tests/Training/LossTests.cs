using GraphGen.Tests.Layers;
using GraphGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>What losses say of outputs and targets that fit.</summary>
public class LossTests
{
    private static readonly double[,] s_two = { { 0.6, 0.4 }, { 0.4, 0.6 } };
    private static readonly double[,] s_rare = { { 0, 1 }, { 0, 0 } };
    private static readonly double[,] s_classes = { { 0.05, 0.95, 0 }, { 0.1, 0.8, 0.1 } };

    /// <summary>Losses with outputs and targets <c>N C</c> that each takes.</summary>
    public static readonly TheoryData<string> Names = [.. Cases().Keys];

    [Fact]
    public void Keras_documents_these_numbers()
    {
        AssertLosses([0.9163, 0.7136], Losses.BinaryCrossentropy(), s_two, s_rare);
        AssertLosses([0.2352, 1.4958], Losses.BinaryCrossentropy(fromLogits: true), new[,] { { -18.6, 0.51 }, { 2.94, -12.8 } }, s_rare);
        AssertLosses([0.0513, 2.3026], Losses.CategoricalCrossentropy(), s_classes, new double[,] { { 0, 1, 0 }, { 0, 0, 1 } });
        AssertLosses([0.0513, 2.3026], Losses.SparseCategoricalCrossentropy(), s_classes, new long[] { 1, 2 });
        AssertLosses([0.5, 0.5], Losses.MeanSquaredError(), new double[,] { { 1, 1 }, { 1, 0 } }, s_rare);
        AssertLosses([0.5, 0.5], Losses.MeanAbsoluteError(), new double[,] { { 1, 1 }, { 1, 0 } }, s_rare);
        AssertLosses([0.18, 0.13], Losses.Huber(), s_two, s_rare);
        AssertLosses([0.9163, -3.08e-6], Losses.KLDivergence(), s_two, s_rare);
        AssertLosses([0, -1], Losses.CosineSimilarity(), new double[,] { { 1, 0 }, { 1, 1 } }, new double[,] { { 0, 1 }, { 1, 1 } });
        AssertLosses([1.1, 1.5], Losses.Hinge(), s_two, s_rare);
        AssertLosses([1.46, 2.26], Losses.SquaredHinge(), s_two, s_rare);
    }

    [Fact]
    public void Formulas_beyond_the_defaults()
    {
        double[,] logits = { { 2, -1, 0.5 } };
        double[] powers = [Math.Exp(2), Math.Exp(-1), Math.Exp(0.5)];
        double[] logarithms = [.. powers.Select(power => Math.Log(power / powers.Sum()))];
        AssertLosses([-logarithms[2]], Losses.SparseCategoricalCrossentropy(fromLogits: true), logits, new long[] { 2 });
        AssertLosses([-logarithms[0]], Losses.CategoricalCrossentropy(fromLogits: true), logits, new double[,] { { 1, 0, 0 } });
        AssertLosses(
            [-(0.8 * logarithms[0] + 0.1 * logarithms[1] + 0.1 * logarithms[2])],
            Losses.CategoricalCrossentropy(fromLogits: true, labelSmoothing: 0.3), logits, new double[,] { { 1, 0, 0 } });
        AssertLosses([(0.5 * 0.25 + 2 * 5 - 2) / 2], Losses.Huber(2), new double[,] { { 0.5, 5 } }, new double[,] { { 0, 0 } });
        AssertLosses([(1.5 + 0) / 2], Losses.Hinge(), new double[,] { { 0.5, 3 } }, new double[,] { { -1, 1 } });
        AssertLosses([-(0.3 * Math.Log(0.9) + 0.7 * Math.Log(0.1))], Losses.BinaryCrossentropy(), new[,] { { 0.9 } }, new[,] { { 0.3 } });
        // Probabilities that do not sum to 1 are divided by their sum, as in Keras.
        AssertLosses([-Math.Log(0.25)], Losses.SparseCategoricalCrossentropy(), new[,] { { 0.2, 0.6 } }, new long[] { 0 });
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void Probabilities_are_clipped_and_their_losses_finite(ScalarType type)
    {
        using Tensor sure = tensor(new double[,] { { 0, 1 } }, dtype: type);
        using Tensor wrong = tensor(new double[,] { { 1, 0 } }, dtype: type);
        foreach (Loss loss in new[] { Losses.BinaryCrossentropy(), Losses.CategoricalCrossentropy(), Losses.KLDivergence() })
        {
            using Tensor bad = loss.PerExample(sure, wrong);
            Assert.Equal(-Math.Log(1e-7), Values.Of(bad)[0], 0.1);
            using Tensor good = loss.PerExample(sure, sure);
            Assert.Equal(0, Values.Of(good)[0], 1e-5);
        }
    }

    [Fact]
    public void A_weak_label_of_hinge_is_minus_one()
    {
        AssertLosses([3, 0], Losses.Hinge(), new double[,] { { 2 }, { 2 } }, new bool[,] { { false }, { true } });
        AssertLosses([3, 0], Losses.Hinge(), new double[,] { { 2 }, { 2 } }, new double[,] { { -1 }, { 1 } });
        // Nothing but 1 means the same in both notations.
        AssertLosses([0, 2], Losses.Hinge(), new double[,] { { 2 }, { -1 } }, new double[,] { { 1 }, { 1 } });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sequence_has_the_mean_loss_of_its_steps(string name)
    {
        (Loss loss, Func<long, (Tensor, Tensor)> make) = Cases()[name];
        using DisposeScope scope = NewDisposeScope();
        (Tensor output, Tensor target) = make(12);
        Tensor steps = loss.PerExample(output, target).reshape(3, 4).mean([1L]);
        Tensor sequences = loss.PerExample(output.reshape(3, 4, -1), target.reshape([3, 4, .. target.shape.Skip(1)]));
        Values.AssertClose(Values.Of(steps), Values.Of(sequences));
    }

    [Fact]
    public void A_picture_has_its_classes_along_the_first_axis()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor output = randn([2, 3, 4, 5], dtype: ScalarType.Float64).softmax(1);
        Tensor target = randn([2, 3, 4, 5], dtype: ScalarType.Float64).softmax(1);
        Tensor labels = target.argmax(1);
        Tensor last = output.permute(0, 2, 3, 1);
        (Loss, Loss, Tensor, Tensor)[] pairs =
        [
            (Losses.CategoricalCrossentropy(axis: 1), Losses.CategoricalCrossentropy(), target, target.permute(0, 2, 3, 1)),
            (Losses.CategoricalCrossentropy(fromLogits: true, axis: -3), Losses.CategoricalCrossentropy(fromLogits: true), target, target.permute(0, 2, 3, 1)),
            (Losses.SparseCategoricalCrossentropy(axis: 1), Losses.SparseCategoricalCrossentropy(), labels, labels),
            (Losses.SparseCategoricalCrossentropy(fromLogits: true, axis: 1), Losses.SparseCategoricalCrossentropy(fromLogits: true), labels, labels),
            (Losses.KLDivergence(axis: 1), Losses.KLDivergence(), target, target.permute(0, 2, 3, 1)),
            (Losses.CosineSimilarity(axis: 1), Losses.CosineSimilarity(), target, target.permute(0, 2, 3, 1)),
        ];
        foreach ((Loss atFirst, Loss atLast, Tensor targets, Tensor permuted) in pairs)
        {
            Assert.Null(atFirst.Refuse(output, targets));
            Tensor losses = atFirst.PerExample(output, targets);
            Assert.Equal([2], losses.shape);
            Values.AssertClose(Values.Of(atLast.PerExample(last, permuted)), Values.Of(losses));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_those_of_differences(string name)
    {
        (Loss loss, Func<long, (Tensor, Tensor)> make) = Cases()[name];
        using DisposeScope scope = NewDisposeScope();
        (Tensor output, Tensor target) = make(4);
        Tensor weights = linspace(0.5, 2, 4, dtype: ScalarType.Float64);
        Gradients.AssertRight(output, moved => (loss.PerExample(moved, target) * weights).sum());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Element_types_are_kept_but_halves_become_singles(string name)
    {
        (Loss loss, Func<long, (Tensor, Tensor)> make) = Cases()[name];
        using DisposeScope scope = NewDisposeScope();
        (Tensor output, Tensor target) = make(6);
        double[] expected = Values.Of(loss.PerExample(output, target));
        foreach (ScalarType type in new[] { ScalarType.Float64, ScalarType.Float32, ScalarType.BFloat16, ScalarType.Float16 })
        {
            Tensor leaf = output.to(type).detach().requires_grad_();
            Tensor losses = loss.PerExample(leaf, target);
            Assert.Equal(type == ScalarType.Float64 ? type : ScalarType.Float32, losses.dtype);
            double[] numbers = Values.Of(losses);
            for (int i = 0; i < numbers.Length; i++) Assert.Equal(expected[i], numbers[i], 0.05 * (1 + Math.Abs(expected[i])));
            losses.sum().backward();
            Assert.Equal(type, leaf.grad!.dtype);
            Assert.True(leaf.grad.isfinite().all().item<bool>());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_stays_alive_but_the_loss(string name)
    {
        (Loss loss, Func<long, (Tensor, Tensor)> make) = Cases()[name];
        (Tensor output, Tensor target) = make(6);
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Assert.Null(loss.Refuse(output, target));
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Tensor losses = loss.PerExample(output, target);
        Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal([6], losses.shape);
        losses.Dispose();
        output.Dispose();
        target.Dispose();
    }

    private static Dictionary<string, (Loss Loss, Func<long, (Tensor Output, Tensor Target)> Make)> Cases()
    {
        static (Tensor, Tensor) Numbers(long n) => (Values.Random(n, 3), Values.Random(n, 3));
        static (Tensor, Tensor) Distributions(long n) => (softmax(Values.Random(n, 3), 1), softmax(Values.Random(n, 3), 1));
        static (Tensor, Tensor) Logits(long n) => (Values.Random(n, 3), softmax(Values.Random(n, 3), 1));
        static Tensor Labels(long n) => randint(0, 3, n, dtype: ScalarType.Int64);
        static (Tensor, Tensor) Signs(long n) => (Values.Random(n, 3), Values.Random(n, 3).sign());
        return new()
        {
            ["binary"] = (Losses.BinaryCrossentropy(), Distributions),
            ["binary from logits"] = (Losses.BinaryCrossentropy(fromLogits: true), Logits),
            ["categorical"] = (Losses.CategoricalCrossentropy(), Distributions),
            ["categorical from logits, smoothed"] = (Losses.CategoricalCrossentropy(fromLogits: true, labelSmoothing: 0.2), Logits),
            ["sparse"] = (Losses.SparseCategoricalCrossentropy(), n => (softmax(Values.Random(n, 3), 1), Labels(n))),
            ["sparse from logits"] = (Losses.SparseCategoricalCrossentropy(fromLogits: true), n => (Values.Random(n, 3), Labels(n))),
            ["squared error"] = (Losses.MeanSquaredError(), Numbers),
            ["absolute error"] = (Losses.MeanAbsoluteError(), Numbers),
            ["huber"] = (Losses.Huber(0.7), Numbers),
            ["divergence"] = (Losses.KLDivergence(), Distributions),
            ["cosine"] = (Losses.CosineSimilarity(), Numbers),
            ["hinge"] = (Losses.Hinge(), Signs),
            ["squared hinge"] = (Losses.SquaredHinge(), Signs),
        };
    }

    private static void AssertLosses(double[] expected, Loss loss, double[,] output, Array target)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor outputs = tensor(output);
        Tensor targets = from_array(target);
        Assert.Null(loss.Refuse(outputs, targets));
        double[] actual = Values.Of(loss.PerExample(outputs, targets));
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-4);
    }
}
