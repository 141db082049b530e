using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.R2Score"/>
internal sealed class R2ScoreMetric(int axis) : SummedMetric("r2_score")
{
    /// <summary>Targets are counted from the mean of the first batch: the squares of large numbers would leave nothing of small differences.</summary>
    private Tensor? _origin;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _origin?.Dispose();
        _origin = null;
    }

    /// <inheritdoc/>
    protected override string? RefuseShape(Tensor output, Tensor target) =>
        (output.shape.Length > 1 ? ClassAxis.RefuseAxis(Name, output, axis) : null) ?? Targets.RefuseShape(Name, output, target);

    /// <inheritdoc/>
    protected override string? RefuseValues(Tensor output, Tensor target) => null;

    /// <inheritdoc/>
    protected override Tensor Sums(Tensor output, Tensor target, Tensor weights)
    {
        Tensor wanted = Columns(target).to(weights.dtype);
        Tensor error = wanted - Columns(output).to(weights.dtype);
        _origin ??= wanted.mean([0L]).DetachFromDisposeScope();
        Tensor places = Gathering.Spread(weights, output.shape.Length == 1 ? output.shape : ClassAxis.Without(output, axis)).unsqueeze(1);
        Tensor offset = wanted - _origin;
        Tensor Sum(Tensor numbers) => (places * numbers).sum(dim: 0);
        return stack([Sum(ones_like(offset)), Sum(offset), Sum(offset.square()), Sum(error.square())]);
    }

    /// <inheritdoc/>
    protected override double Conclude(double[] sums)
    {
        int columns = sums.Length / 4;
        double Score(int i)
        {
            (double weight, double sum, double squares, double residual) = (sums[i], sums[columns + i], sums[2 * columns + i], sums[3 * columns + i]);
            double total = squares - sum * sum / weight;
            return total > 0 ? 1 - residual / total : residual == 0 ? 1 : double.IsNaN(residual + total) ? double.NaN : 0;
        }

        return Enumerable.Range(0, columns).Average(Score);
    }

    private Tensor Columns(Tensor tensor) => tensor.shape.Length == 1 ? tensor.unsqueeze(1) : ClassAxis.Rows(tensor, axis);
}
