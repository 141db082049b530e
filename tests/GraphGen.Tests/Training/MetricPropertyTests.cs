using CsCheck;
using GraphGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>What holds of all metrics.</summary>
public class MetricPropertyTests
{
    public static readonly TheoryData<string> Names = [.. AllMetrics.Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_split_into_batches_does_not_matter_and_the_result_is_the_formula_s(string name) =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[2, 40], Gen.Int[1, 12], Gen.Bool).Sample(
            (seed, n, size, weighted) =>
            {
                using DisposeScope scope = NewDisposeScope();
                var examples = AllMetrics.Examples(name, seed, n);
                double[] weights = weighted ? examples.Weights : [.. examples.Weights.Select(_ => 1.0)];
                double expected = AllMetrics.Cases[name].Formula(examples.Outputs, examples.Targets, weights);
                using Metric metric = AllMetrics.Cases[name].Make();
                for (int at = 0; at < n; at += size)
                {
                    (Tensor output, Tensor target, Tensor weight) = AllMetrics.Batch(name, examples, at..Math.Min(at + size, n));
                    Assert.Null(metric.Refuse(output, target));
                    metric.Update(output, target, weighted ? weight : null);
                }

                Assert.Equal(expected, metric.Result(), 1e-9);
            },
            iter: 50, threads: 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_of_a_sequence_count_as_places_of_their_example(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        var examples = AllMetrics.Examples(name, 5, 12);
        (Tensor output, Tensor target, _) = AllMetrics.Batch(name, examples, ..);
        using Metric flat = AllMetrics.Cases[name].Make();
        using Metric sequences = AllMetrics.Cases[name].Make();
        flat.Update(output, target, tensor(new double[] { 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3 }));
        sequences.Update(output.reshape(3, 4, -1), target.reshape([3, 4, .. target.shape.Skip(1)]), tensor(new double[] { 1, 2, 3 }));
        Assert.Equal(flat.Result(), sequences.Result(), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void There_is_no_number_before_the_first_batch_and_behind_a_reset(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        var examples = AllMetrics.Examples(name, 7, 20);
        (Tensor output, Tensor target, Tensor weight) = AllMetrics.Batch(name, examples, ..);
        using Metric metric = AllMetrics.Cases[name].Make();
        Assert.Equal(double.NaN, metric.Result());
        metric.Update(output, target, weight);
        double first = metric.Result();
        Assert.True(double.IsFinite(first));
        metric.Reset();
        Assert.Equal(double.NaN, metric.Result());
        metric.Update(output, target, weight);
        Assert.Equal(first, metric.Result());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_gathered_outlives_scopes_and_modes_and_keeps_no_gradient(string name)
    {
        var examples = AllMetrics.Examples(name, 8, 30);
        using Metric metric = AllMetrics.Cases[name].Make();
        using (NewDisposeScope())
        using (inference_mode())
        {
            (Tensor output, Tensor target, Tensor weight) = AllMetrics.Batch(name, examples, ..10);
            metric.Update(output, target, weight);
        }

        using (NewDisposeScope())
        {
            (Tensor output, Tensor target, Tensor weight) = AllMetrics.Batch(name, examples, 10..20);
            metric.Update(output.requires_grad_(), target, weight);
        }

        using (NewDisposeScope())
        using (no_grad())
        {
            (Tensor output, Tensor target, Tensor weight) = AllMetrics.Batch(name, examples, 20..);
            metric.Update(output, target, weight);
        }

        Assert.Equal(AllMetrics.Cases[name].Formula(examples.Outputs, examples.Targets, examples.Weights), metric.Result(), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Live_tensors_stay_as_many_and_end_with_the_metric(string name)
    {
        var examples = AllMetrics.Examples(name, 9, 4);
        (Tensor output, Tensor target, Tensor weight) = AllMetrics.Batch(name, examples, ..);
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Metric metric = AllMetrics.Cases[name].Make();
        metric.Update(output, target, weight);
        long first = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Assert.InRange(first - before, 1, 2);
        for (int i = 0; i < 100; i++)
        {
            metric.Update(output, target, weight);
            metric.Refuse(output, target);
        }

        metric.Result();
        Assert.Equal(first, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        metric.Dispose();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        output.Dispose();
        target.Dispose();
        weight.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Neither_targets_nor_weights_are_broadcast(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        var examples = AllMetrics.Examples(name, 10, 4);
        (Tensor output, Tensor target, Tensor weight) = AllMetrics.Batch(name, examples, ..);
        using Metric metric = AllMetrics.Cases[name].Make();
        ArgumentException weights = Assert.Throws<ArgumentException>(() => metric.Update(output, target, weight.unsqueeze(1)));
        Assert.StartsWith($"'{metric.Name}' takes sample weights of shape (4), one an example, and got (4, 1).", weights.Message, StringComparison.Ordinal);
        Tensor wrong = target.unsqueeze(1);
        string reason = Assert.IsType<string>(metric.Refuse(output, wrong));
        Assert.Contains($"({string.Join(", ", wrong.shape)})", reason, StringComparison.Ordinal);
        Assert.StartsWith(reason, Assert.Throws<ArgumentException>(() => metric.Update(output, wrong)).Message, StringComparison.Ordinal);
        Assert.Equal(double.NaN, metric.Result());
    }

    [Fact]
    public void Values_that_do_not_fit_are_named()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor output = rand(3, 2);
        Tensor soft = full(3, 2, 0.3);
        foreach (Metric metric in new[] { Metrics.BinaryAccuracy(), Metrics.Precision(), Metrics.Recall(), Metrics.AUC(), Metrics.F1Score() })
        {
            Assert.StartsWith($"'{metric.Name}' takes targets 0 or 1, and got 0.3", metric.Refuse(output, soft), StringComparison.Ordinal);
            metric.Dispose();
        }

        using Metric accuracy = Metrics.Accuracy();
        Assert.Equal("'accuracy' takes classes from 0 to 1, and got 2.", accuracy.Refuse(output, tensor(new long[] { 0, 1, 2 })));
        Assert.Equal("'accuracy' takes targets 0 or 1, and got 2.", accuracy.Refuse(rand(1), tensor(new long[] { 2 })));
        using Metric top = Metrics.SparseTopKCategoricalAccuracy();
        Assert.Equal(
            "'sparse_top_k_categorical_accuracy' cannot choose 5 of the classes of (3, 2) along axis -1.", top.Refuse(output, tensor(new long[] { 0, 1, 1 })));
        Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.TopKCategoricalAccuracy(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.SparseTopKCategoricalAccuracy(0));
        using Metric f1 = Metrics.F1Score();
        Assert.Contains("two classes or more", f1.Refuse(rand(3, 1), zeros(3, 1)), StringComparison.Ordinal);
    }
}
