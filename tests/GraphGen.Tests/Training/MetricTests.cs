using GraphGen.Tests.Layers;
using GraphGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>What metrics say of outputs and targets that fit.</summary>
public class MetricTests
{
    private static readonly double[,] s_scores = { { 0.1, 0.9, 0.8 }, { 0.05, 0.95, 0 } };
    private static readonly double[,] s_oneHot = { { 0, 0, 1 }, { 0, 1, 0 } };
    private static readonly double[,] s_columns = { { 0.2, 0.6, 0.7 }, { 0.2, 0.6, 0.6 }, { 0.6, 0.8, 0 } };
    private static readonly double[,] s_labels = { { 1, 1, 1 }, { 1, 0, 0 }, { 1, 1, 0 } };

    [Fact]
    public void Keras_documents_these_numbers()
    {
        Array sure = new double[,] { { 0.98 }, { 1 }, { 0 }, { 0.6 } };
        Array half = new double[,] { { 1 }, { 1 }, { 0 }, { 0 } };
        AssertResult(0.75, Metrics.BinaryAccuracy(), sure, half);
        AssertResult(0.5, Metrics.BinaryAccuracy(), sure, half, 1, 0, 0, 1);
        AssertResult(0.75, Metrics.Accuracy(), sure, half);
        foreach (Func<Metric> metric in new[] { () => Metrics.CategoricalAccuracy(), () => Metrics.Accuracy(), () => Metrics.TopKCategoricalAccuracy(1) })
        {
            AssertResult(0.5, metric(), s_scores, s_oneHot);
            AssertResult(0.3, metric(), s_scores, s_oneHot, 0.7, 0.3);
        }

        foreach (Func<Metric> metric in new[]
        {
            () => Metrics.SparseCategoricalAccuracy(), () => Metrics.Accuracy(), () => Metrics.SparseTopKCategoricalAccuracy(1),
        })
        {
            AssertResult(0.5, metric(), s_scores, new[] { 2L, 1 });
            AssertResult(0.3, metric(), s_scores, new[] { 2L, 1 }, 0.7, 0.3);
        }

        AssertResult(0.75, Metrics.AUC(), new[] { 0, 0.5, 0.3, 0.9 }, new[] { 0, 0, 1, 1 });
        AssertResult(1, Metrics.AUC(), new[] { 0, 0.5, 0.3, 0.9 }, new[] { 0, 0, 1, 1 }, 1, 0, 0, 1);
        AssertResult(2.0 / 3, Metrics.Precision(), new double[] { 1, 0, 1, 1 }, new[] { 0, 1, 1, 1 });
        AssertResult(1, Metrics.Precision(), new double[] { 1, 0, 1, 1 }, new[] { 0, 1, 1, 1 }, 0, 0, 1, 0);
        AssertResult(2.0 / 3, Metrics.Recall(), new double[] { 1, 0, 1, 1 }, new[] { 0, 1, 1, 1 });
        AssertResult(1, Metrics.Recall(), new double[] { 1, 0, 1, 1 }, new[] { 0, 1, 1, 1 }, 0, 0, 1, 0);
        AssertResult((0.5 + 0.8 + 2.0 / 3) / 3, Metrics.F1Score(threshold: 0.5), s_columns, s_labels);
        AssertResult(0.25, Metrics.MeanSquaredError(), new double[,] { { 1, 1 }, { 0, 0 } }, new double[,] { { 0, 1 }, { 0, 0 } });
        AssertResult(0.5, Metrics.MeanAbsoluteError(), new double[,] { { 1, 1 }, { 0, 0 } }, new double[,] { { 0, 1 }, { 0, 0 } }, 1, 0);
        AssertResult(0.5, Metrics.RootMeanSquaredError(), new double[,] { { 1, 1 }, { 0, 0 } }, new double[,] { { 0, 1 }, { 0, 0 } });
        AssertResult(Math.Sqrt(0.5), Metrics.RootMeanSquaredError(), new double[,] { { 1, 1 }, { 0, 0 } }, new double[,] { { 0, 1 }, { 0, 0 } }, 1, 0);
        AssertResult(1 - 2 / (14.0 / 3), Metrics.R2Score(), new double[,] { { 2 }, { 4 }, { 4 } }, new double[,] { { 1 }, { 4 }, { 3 } });
    }

    [Fact]
    public void A_threshold_must_be_exceeded()
    {
        AssertResult(0.5, Metrics.BinaryAccuracy(), new[] { 0.5, 0.5 }, new[] { true, false });
        AssertResult(1, Metrics.BinaryAccuracy(0), new[] { -3.0, 2 }, new[] { false, true });
        AssertResult(0, Metrics.Recall(0.7), new[] { 0.7 }, new[] { 1 });
        AssertResult(1, Metrics.Precision(0.2), new[] { 0.3, 0.1 }, new[] { 1, 0 });
    }

    [Fact]
    public void Averages_of_F1()
    {
        // By columns: right 1, 2, 1; found 1, 3, 2; wanted 3, 2, 1.
        AssertResult(8.0 / 12, Metrics.F1Score(F1Average.Micro, 0.5), s_columns, s_labels);
        AssertResult((3 * 0.5 + 2 * 0.8 + 1 * 2.0 / 3) / 6, Metrics.F1Score(F1Average.Weighted, 0.5), s_columns, s_labels);
        // The greatest of each row: 1 and 1, where 2 and 1 are wanted.
        AssertResult((0 + 2.0 / 3 + 0) / 3, Metrics.F1Score(), s_scores, s_oneHot);
        AssertResult(2.0 / 3, Metrics.F1Score(threshold: 0.5), new[] { 0.9, 0.8 }, new[] { 1, 0 });
    }

    [Fact]
    public void Nothing_to_divide_by()
    {
        AssertResult(0, Metrics.Precision(), new[] { 0.1, 0.2 }, new[] { 1, 0 });
        AssertResult(0, Metrics.Recall(), new[] { 0.9, 0.2 }, new[] { 0, 0 });
        AssertResult(double.NaN, Metrics.AUC(), new[] { 0.9, 0.2 }, new[] { 1, 1 });
        AssertResult(double.NaN, Metrics.AUC(), new[] { double.NaN, 0.2 }, new[] { 1, 0 });
        AssertResult(double.NaN, Metrics.MeanSquaredError(), new[] { 0.9, 0.2 }, new[] { 1, 1 }, 0, 0);
        AssertResult(1, Metrics.R2Score(), new double[] { 3, 3 }, new[] { 3, 3 });
        AssertResult(0, Metrics.R2Score(), new double[] { 3, 4 }, new[] { 3, 3 });
        AssertResult(double.NaN, Metrics.R2Score(), new[] { double.NaN, 4 }, new[] { 3, 4 });
    }

    [Fact]
    public void Top_k_counts_what_exceeds_the_target()
    {
        double[,] scores = { { 0.4, 0.3, 0.2, 0.1 }, { 0.1, 0.1, 0.1, 0.7 }, { double.NaN, 1, 2, 3 } };
        AssertResult(1.0 / 3, Metrics.SparseTopKCategoricalAccuracy(1), scores, new[] { 0L, 0, 3 });
        AssertResult(2.0 / 3, Metrics.SparseTopKCategoricalAccuracy(3), scores, new[] { 2L, 0, 0 });
        AssertResult(2.0 / 3, Metrics.SparseTopKCategoricalAccuracy(4), scores, new[] { 2L, 0, 0 });
    }

    [Fact]
    public void R2_of_large_numbers_that_differ_little()
    {
        double[] targets = [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4];
        double[] outputs = [1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 4];
        AssertResult(1 - 1 / 5.0, Metrics.R2Score(), outputs, targets);
    }

    [Fact]
    public void Pictures_have_their_classes_along_axis_1()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor output = rand(3, 4, 5, 6);
        Tensor classes = randint(0, 4, [3, 5, 6], dtype: ScalarType.Int64);
        Tensor oneHot = nn.functional.one_hot(classes, 4).permute(0, 3, 1, 2);
        Tensor last = output.permute(0, 2, 3, 1);
        Tensor lastOneHot = oneHot.permute(0, 2, 3, 1);
        Tensor weight = rand(3);
        (Metric, Metric, Tensor, Tensor)[] pairs =
        [
            (Metrics.Accuracy(1), Metrics.Accuracy(), classes, classes),
            (Metrics.Accuracy(1), Metrics.Accuracy(), oneHot, lastOneHot),
            (Metrics.CategoricalAccuracy(1), Metrics.CategoricalAccuracy(), oneHot, lastOneHot),
            (Metrics.SparseCategoricalAccuracy(1), Metrics.SparseCategoricalAccuracy(), classes, classes),
            (Metrics.TopKCategoricalAccuracy(2, 1), Metrics.TopKCategoricalAccuracy(2), oneHot, lastOneHot),
            (Metrics.SparseTopKCategoricalAccuracy(2, 1), Metrics.SparseTopKCategoricalAccuracy(2), classes, classes),
            (Metrics.F1Score(axis: 1), Metrics.F1Score(), oneHot, lastOneHot),
            (Metrics.R2Score(1), Metrics.R2Score(), oneHot, lastOneHot),
        ];
        foreach ((Metric atFirst, Metric atLast, Tensor targets, Tensor permuted) in pairs)
        {
            Assert.Null(atFirst.Refuse(output, targets));
            atFirst.Update(output, targets, weight);
            atLast.Update(last, permuted, weight);
            Assert.Equal(atLast.Result(), atFirst.Result(), 1e-12);
            atFirst.Dispose();
            atLast.Dispose();
        }
    }

    [Fact]
    public void Half_precision_is_summed_in_double()
    {
        using Metric metric = Metrics.MeanAbsoluteError();
        using Tensor output = zeros(1000, dtype: ScalarType.BFloat16);
        using Tensor target = ones(1000, dtype: ScalarType.BFloat16);
        for (int i = 0; i < 10; i++) metric.Update(output, target);
        Assert.Equal(1, metric.Result());
        using Metric accuracy = Metrics.Accuracy();
        for (int i = 0; i < 10; i++) accuracy.Update(output, target);
        Assert.Equal(0, accuracy.Result());
    }

    private static void AssertResult(double expected, Metric metric, Array output, Array target, params double[] weights)
    {
        using DisposeScope scope = NewDisposeScope();
        using Metric used = metric;
        Tensor outputs = from_array(output);
        Tensor targets = from_array(target);
        Assert.Null(used.Refuse(outputs, targets));
        used.Update(outputs, targets, weights.Length == 0 ? null : tensor(weights));
        Assert.Equal(expected, used.Result(), 1e-12);
    }
}
