using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.F1Score"/>
internal sealed class F1ScoreMetric(F1Average average, double? threshold, int axis) : SummedMetric("f1_score")
{
    /// <inheritdoc/>
    protected override string? RefuseShape(Tensor output, Tensor target) =>
        (threshold is null ? ClassAxis.Refuse(Name, output, axis) : output.shape.Length > 1 ? ClassAxis.RefuseAxis(Name, output, axis) : null)
        ?? Targets.RefuseShape(Name, output, target);

    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => Targets.RefuseOthers(Name, target, 0, 1);

    /// <inheritdoc/>
    protected override Tensor Sums(Tensor output, Tensor target, Tensor weights)
    {
        Tensor scores = Columns(output);
        Tensor wanted = Columns(target).ne(0);
        Tensor found = threshold is { } least ? scores.gt(least) : nn.functional.one_hot(scores.argmax(1), scores.shape[1]).ne(0);
        Tensor places = Gathering.Spread(weights, output.shape.Length == 1 ? output.shape : ClassAxis.Without(output, axis)).unsqueeze(1);
        Tensor Count(Tensor which) => (which * places).sum(dim: 0);
        return stack([Count(wanted.logical_and(found)), Count(found), Count(wanted)]);
    }

    /// <inheritdoc/>
    protected override double Conclude(double[] sums)
    {
        int classes = sums.Length / 3;
        double[] right = sums[..classes];
        double[] found = sums[classes..(2 * classes)];
        double[] wanted = sums[(2 * classes)..];
        // 2 P R / (P + R) with the precision P = right / found and the recall R = right / wanted.
        double Score(int i) => Ratio.OrZero(2 * right[i], found[i] + wanted[i]);
        IEnumerable<int> all = Enumerable.Range(0, classes);
        return average switch
        {
            F1Average.Micro => Ratio.OrZero(2 * right.Sum(), found.Sum() + wanted.Sum()),
            F1Average.Weighted => Ratio.OrZero(all.Sum(i => Score(i) * wanted[i]), wanted.Sum()),
            _ => all.Average(Score),
        };
    }

    private Tensor Columns(Tensor tensor) => tensor.shape.Length == 1 ? tensor.unsqueeze(1) : ClassAxis.Rows(tensor, axis);
}
