using GraphGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>What losses say of targets that do not fit.</summary>
public class LossRefusalTests
{
    private static readonly Loss[] s_ofOneShape =
    [
        Losses.BinaryCrossentropy(), Losses.MeanSquaredError(), Losses.MeanAbsoluteError(), Losses.Huber(), Losses.Hinge(), Losses.SquaredHinge(),
    ];

    [Fact]
    public void A_target_is_never_broadcast()
    {
        using Tensor output = rand(4, 1);
        using Tensor target = ones(4);
        foreach (Loss loss in s_ofOneShape)
        {
            string reason = $"'{loss.Name}' takes targets of the output's shape (4, 1), and got (4). Try 'target.reshape(-1, 1)'.";
            Assert.Equal(reason, loss.Refuse(output, target));
            Assert.StartsWith(reason, Assert.Throws<ArgumentException>(() => loss.PerExample(output, target)).Message, StringComparison.Ordinal);
        }

        Assert.Equal("'hinge' takes targets of the output's shape (4), and got (4, 1). Try 'target.reshape(-1)'.", Losses.Hinge().Refuse(target, output));
        using Tensor wide = rand(4, 3);
        Assert.Equal("'kl_divergence' takes targets of the output's shape (4, 3), and got (4, 1).", Losses.KLDivergence().Refuse(wide, output));
        Assert.Equal(
            "'categorical_crossentropy' takes targets of the output's shape (4, 3), and got (4).", Losses.CategoricalCrossentropy().Refuse(wide, target));
        Assert.Equal("'cosine_similarity' takes targets of the output's shape (4, 3), and got (4).", Losses.CosineSimilarity().Refuse(wide, target));
    }

    [Fact]
    public void Labels_have_the_output_s_shape_without_its_classes()
    {
        Loss loss = Losses.SparseCategoricalCrossentropy();
        using Tensor output = rand(2, 5, 3);
        using Tensor single = zeros(2, dtype: ScalarType.Int64);
        using Tensor column = zeros(2, 5, 1, dtype: ScalarType.Int64);
        using Tensor right = zeros(2, 5, dtype: ScalarType.Int32);
        using Tensor real = zeros(2, 5);
        Assert.Equal(
            "'sparse_categorical_crossentropy' takes targets of shape (2, 5), which is the output's (2, 5, 3) without its classes along axis -1, and got (2).",
            loss.Refuse(output, single));
        Assert.Contains("and got (2, 5, 1).", loss.Refuse(output, column), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => loss.PerExample(output, column));
        Assert.Equal(
            "'sparse_categorical_crossentropy' takes indices of classes, of type Int64 or another integer type, "
            + "and got (2, 5) Float32 for the output (2, 5, 3) Float32.",
            loss.Refuse(output, real));
        Assert.Null(loss.Refuse(output, right));
        Assert.Contains("and got (2, 5).", Losses.SparseCategoricalCrossentropy(axis: 1).Refuse(output, right), StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_classes_that_there_are()
    {
        Loss loss = Losses.SparseCategoricalCrossentropy();
        using Tensor output = rand(3, 4);
        foreach ((int label, bool fits) in new[] { (-1, false), (0, true), (3, true), (4, false) })
        {
            using Tensor target = tensor(new[] { 1, label, 2 });
            Assert.Equal(fits ? null : $"'sparse_categorical_crossentropy' takes classes from 0 to 3, and got {label}.", loss.Refuse(output, target));
        }
    }

    [Fact]
    public void Probabilities_lie_from_0_to_1()
    {
        using Tensor output = full(2, 2, 0.5);
        foreach (Loss loss in new[] { Losses.BinaryCrossentropy(), Losses.CategoricalCrossentropy(), Losses.KLDivergence() })
        {
            using Tensor signs = tensor(new double[,] { { 1, -1 }, { 0, 1 } });
            Assert.Equal($"'{loss.Name}' takes targets from 0 to 1, and got -1.", loss.Refuse(output, signs));
            using Tensor missing = tensor(new double[,] { { 1, 0 }, { double.NaN, 1 } });
            Assert.Equal($"'{loss.Name}' takes targets from 0 to 1, and got NaN.", loss.Refuse(output, missing));
            using Tensor certain = tensor(new bool[,] { { true, false }, { false, true } });
            Assert.Null(loss.Refuse(output, certain));
            using Tensor logits = tensor(new double[,] { { 0.1, 2.5 }, { 0, 1 } });
            Assert.StartsWith($"'{loss.Name}' takes probabilities from 0 to 1, and got 2.5.", loss.Refuse(logits, certain), StringComparison.Ordinal);
            // A broken model is not a mistake of the targets: whoever watches for NaN finds it.
            Assert.Null(loss.Refuse(missing, certain));
        }

        using Tensor large = tensor(new double[,] { { -7, 2.5 }, { 0, 1 } });
        using Tensor label = tensor(new double[,] { { 0, 1 }, { 1, 0 } });
        Assert.Null(Losses.BinaryCrossentropy(fromLogits: true).Refuse(large, label));
        Assert.Null(Losses.CategoricalCrossentropy(fromLogits: true).Refuse(large, label));
    }

    [Fact]
    public void Hinge_takes_two_values()
    {
        using Tensor output = rand(3, 1);
        foreach (Loss loss in new[] { Losses.Hinge(), Losses.SquaredHinge() })
        {
            using Tensor mixed = tensor(new double[,] { { -1 }, { 0 }, { 1 } });
            Assert.Equal($"'{loss.Name}' takes targets -1 or 1, and got 0. 0 and 1 will do, too.", loss.Refuse(output, mixed));
            using Tensor classes = tensor(new long[,] { { 1 }, { 0 }, { 2 } });
            Assert.StartsWith($"'{loss.Name}' takes targets -1 or 1, and got 0.", loss.Refuse(output, classes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Classes_need_an_axis_of_two_or_more()
    {
        using Tensor one = rand(3, 1);
        using Tensor flat = rand(3);
        foreach (Loss loss in new[] { Losses.CategoricalCrossentropy(), Losses.KLDivergence() })
        {
            Assert.Equal(
                $"'{loss.Name}' takes outputs of two classes or more along axis -1, and got (3, 1). The binary ones take one number.",
                loss.Refuse(one, one));
            Assert.Equal($"'{loss.Name}' takes outputs with an axis -1 behind the batch, and got (3).", loss.Refuse(flat, flat));
        }

        Assert.Contains("axis 2", Losses.CosineSimilarity(axis: 2).Refuse(one, one), StringComparison.Ordinal);
        Assert.Contains("axis 0", Losses.CosineSimilarity(axis: 0).Refuse(one, one), StringComparison.Ordinal);
    }

    [Fact]
    public void Complex_numbers_and_outputs_without_a_batch_are_refused()
    {
        using Tensor complex = zeros(2, 3, dtype: ScalarType.ComplexFloat32);
        using Tensor real = zeros(2, 3);
        using Tensor scalar = tensor(1.0);
        foreach (Loss loss in s_ofOneShape)
        {
            Assert.Equal($"'{loss.Name}' takes real numbers: the output is (2, 3) Float32, the target (2, 3) ComplexFloat32.", loss.Refuse(real, complex));
            Assert.NotNull(loss.Refuse(complex, real));
            Assert.Equal($"'{loss.Name}' takes outputs with a batch axis, and got () Float64.", loss.Refuse(scalar, scalar));
        }
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Losses.Huber(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Losses.Huber(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Losses.CategoricalCrossentropy(labelSmoothing: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Losses.CategoricalCrossentropy(labelSmoothing: 1.1));
    }
}
