using GraphGen.Training;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>Each metric, with examples that it takes and what it says of them by a formula of its own.</summary>
internal static class AllMetrics
{
    /// <summary>A metric, and its value by loops over numbers.</summary>
    /// <param name="Make">Makes the metric.</param>
    /// <param name="Kind">Which targets it takes.</param>
    /// <param name="Formula">From rows of outputs, rows of targets (of labels: one of one number) and weights of examples.</param>
    internal sealed record Case(Func<Metric> Make, TargetKind Kind, Func<double[][], double[][], double[], double> Formula);

    internal enum TargetKind
    {
        Binary,
        OneHot,
        Labels,
        Real,
    }

    public static readonly IReadOnlyDictionary<string, Case> Cases = new Dictionary<string, Case>
    {
        ["accuracy, binary"] = new(
            () => Metrics.Accuracy(), TargetKind.Binary, (o, t, w) => Mean(o.Select((row, i) => row[0] > 0.5 == (t[i][0] == 1) ? 1.0 : 0), w)),
        ["accuracy, one-hot"] = new(
            () => Metrics.Accuracy(), TargetKind.OneHot, (o, t, w) => Mean(o.Select((row, i) => Greatest(row) == Greatest(t[i]) ? 1.0 : 0), w)),
        ["accuracy, labels"] = new(() => Metrics.Accuracy(), TargetKind.Labels, (o, t, w) => Mean(o.Select((row, i) => Greatest(row) == t[i][0] ? 1.0 : 0), w)),
        ["binary accuracy"] = new(
            () => Metrics.BinaryAccuracy(0.3),
            TargetKind.Binary,
            (o, t, w) => Mean(o.Select((row, i) => row.Where((y, c) => y > 0.3 == (t[i][c] == 1)).Count() / (double)row.Length), w)),
        ["categorical accuracy"] = new(
            () => Metrics.CategoricalAccuracy(), TargetKind.OneHot, (o, t, w) => Mean(o.Select((row, i) => Greatest(row) == Greatest(t[i]) ? 1.0 : 0), w)),
        ["sparse accuracy"] = new(
            () => Metrics.SparseCategoricalAccuracy(), TargetKind.Labels, (o, t, w) => Mean(o.Select((row, i) => Greatest(row) == t[i][0] ? 1.0 : 0), w)),
        ["top 2"] = new(() => Metrics.TopKCategoricalAccuracy(2), TargetKind.OneHot, (o, t, w) => Mean(o.Select((row, i) => InTop(row, Greatest(t[i]), 2)), w)),
        ["sparse top 2"] = new(
            () => Metrics.SparseTopKCategoricalAccuracy(2), TargetKind.Labels, (o, t, w) => Mean(o.Select((row, i) => InTop(row, (int)t[i][0], 2)), w)),
        ["area"] = new(() => Metrics.AUC(), TargetKind.Binary, Area),
        ["precision"] = new(() => Metrics.Precision(), TargetKind.Binary, (o, t, w) => Share(o, t, w, counted: (y, _) => y > 0.5, (_, label) => label == 1)),
        ["recall"] = new(() => Metrics.Recall(), TargetKind.Binary, (o, t, w) => Share(o, t, w, counted: (_, label) => label == 1, (y, _) => y > 0.5)),
        ["f1, one-hot"] = new(() => Metrics.F1Score(), TargetKind.OneHot, (o, t, w) => Enumerable.Range(0, o[0].Length).Average(c =>
            F1(o.Select(row => Greatest(row) == c), t.Select(row => row[c] == 1), w))),
        ["f1, threshold"] = new(() => Metrics.F1Score(threshold: 0.6), TargetKind.Binary, (o, t, w) => Enumerable.Range(0, o[0].Length).Average(c =>
            F1(o.Select(row => row[c] > 0.6), t.Select(row => row[c] == 1), w))),
        ["absolute error"] = new(
            () => Metrics.MeanAbsoluteError(),
            TargetKind.Real,
            (o, t, w) => Mean(o.Select((row, i) => row.Select((y, c) => Math.Abs(y - t[i][c])).Average()), w)),
        ["squared error"] = new(() => Metrics.MeanSquaredError(), TargetKind.Real, SquaredError),
        ["root"] = new(() => Metrics.RootMeanSquaredError(), TargetKind.Real, (o, t, w) => Math.Sqrt(SquaredError(o, t, w))),
        ["r2"] = new(() => Metrics.R2Score(), TargetKind.Real, (o, t, w) => Enumerable.Range(0, o[0].Length).Average(c =>
        {
            double mean = Mean(t.Select(row => row[c]), w);
            double total = Mean(t.Select(row => (row[c] - mean) * (row[c] - mean)), w);
            return 1 - Mean(o.Select((row, i) => (row[c] - t[i][c]) * (row[c] - t[i][c])), w) / total;
        })),
    };

    /// <summary>Examples: outputs in tenths, so that there are ties, and what is wanted.</summary>
    public static (double[][] Outputs, double[][] Targets, double[] Weights) Examples(string name, int seed, int n)
    {
        var random = new Random(seed);
        TargetKind kind = Cases[name].Kind;
        int classes = name == "accuracy, binary" ? 1 : 3;
        double[] Row(Func<double> next, int length) => [.. Enumerable.Range(0, length).Select(_ => next())];
        double[] OneHot(int label) => [.. Enumerable.Range(0, classes).Select(c => c == label ? 1.0 : 0)];
        double Score() => kind is TargetKind.Binary ? random.Next(11) / 10.0 : random.NextDouble();
        double[][] outputs = [.. Enumerable.Range(0, n).Select(_ => Row(Score, classes))];
        double[][] targets = [.. outputs.Select(_ => kind switch
        {
            TargetKind.Binary => Row(() => random.Next(2), classes),
            TargetKind.OneHot => OneHot(random.Next(classes)),
            TargetKind.Labels => [random.Next(classes)],
            _ => Row(random.NextDouble, classes),
        })];
        return (outputs, targets, Row(() => 0.1 + random.NextDouble(), n));
    }

    /// <summary>The examples from one to another as tensors.</summary>
    public static (Tensor Output, Tensor Target, Tensor Weight) Batch(string name, (double[][] Outputs, double[][] Targets, double[] Weights) all, Range range)
    {
        double[][] outputs = all.Outputs[range];
        double[] targets = [.. all.Targets[range].SelectMany(row => row)];
        return (
            tensor([.. outputs.SelectMany(row => row)], [outputs.Length, all.Outputs[0].Length]),
            Cases[name].Kind is TargetKind.Labels ? tensor(targets).to(ScalarType.Int64) : tensor(targets, [outputs.Length, all.Targets[0].Length]),
            tensor(all.Weights[range]));
    }

    private static double Mean(IEnumerable<double> values, double[] weights) => values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();

    private static int Greatest(double[] row) => Array.IndexOf(row, row.Max());

    private static double InTop(double[] row, int label, int k) => row.Order().Reverse().ToList().IndexOf(row[label]) < k ? 1 : 0;

    private static double SquaredError(double[][] o, double[][] t, double[] w) =>
        Mean(o.Select((row, i) => row.Select((y, c) => Math.Pow(y - t[i][c], 2)).Average()), w);

    private static double Share(double[][] o, double[][] t, double[] w, Func<double, double, bool> counted, Func<double, double, bool> right)
    {
        (double part, double whole) = (0, 0);
        for (int i = 0; i < o.Length; i++)
        {
            for (int c = 0; c < o[i].Length; c++)
            {
                if (!counted(o[i][c], t[i][c])) continue;
                whole += w[i];
                if (right(o[i][c], t[i][c])) part += w[i];
            }
        }

        return whole == 0 ? 0 : part / whole;
    }

    /// <summary>Of the harmonic mean of precision and recall.</summary>
    private static double F1(IEnumerable<bool> found, IEnumerable<bool> wanted, double[] w)
    {
        var all = found.Zip(wanted, w).ToList();
        double right = all.Where(x => x.First && x.Second).Sum(x => x.Third);
        if (right == 0) return 0;
        double precision = right / all.Where(x => x.First).Sum(x => x.Third);
        double recall = right / all.Where(x => x.Second).Sum(x => x.Third);
        return 2 / (1 / precision + 1 / recall);
    }

    /// <summary>Over all pairs of a positive and a negative output: how often the positive one is greater, ties half.</summary>
    private static double Area(double[][] o, double[][] t, double[] w)
    {
        var all = o.SelectMany((row, i) => row.Select((y, c) => (Score: y, Label: t[i][c], Weight: w[i]))).ToList();
        (double won, double pairs) = (0, 0);
        foreach (var positive in all.Where(x => x.Label == 1))
        {
            foreach (var negative in all.Where(x => x.Label == 0))
            {
                double weight = positive.Weight * negative.Weight;
                pairs += weight;
                won += weight * (positive.Score > negative.Score ? 1 : positive.Score == negative.Score ? 0.5 : 0);
            }
        }

        return won / pairs;
    }
}
