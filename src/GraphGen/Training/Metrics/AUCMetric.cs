using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <inheritdoc cref="Metrics.AUC"/>
internal sealed class AUCMetric : Metric
{
    /// <summary>Scores, targets and weights of all places as rows; the columns from <see cref="_count"/> on are free.</summary>
    private Tensor? _gathered;

    private long _count;

    /// <inheritdoc/>
    public override string Name => "auc";

    /// <inheritdoc/>
    public override void Reset()
    {
        _gathered?.Dispose();
        _gathered = null;
        _count = 0;
    }

    /// <inheritdoc/>
    public override string? Refuse(Tensor output, Tensor target) => Targets.RefuseShape(Name, output, target) ?? Targets.RefuseOthers(Name, target, 0, 1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
    public override void Update(Tensor output, Tensor target, Tensor? sampleWeight = null)
    {
        if (Targets.RefuseShape(Name, output, target) is { } reason) throw new ArgumentException(reason, nameof(target));
        using IDisposable gradient = no_grad();
        // What is kept from here must be good in a later batch outside of inference mode.
        using IDisposable inference = inference_mode(false);
        using DisposeScope scope = NewDisposeScope();
        Tensor weights = Gathering.Spread(Gathering.Weights(Name, output, sampleWeight), output.shape);
        Tensor batch = stack([output.reshape(-1).to(weights.dtype), target.reshape(-1).to(weights.dtype), weights]);
        long size = batch.shape[1];
        Reserve(batch, _count + size);
        _gathered!.narrow(1, _count, size).copy_(batch);
        _count += size;
    }

    /// <inheritdoc/>
    public override double Result()
    {
        if (_gathered is null) return double.NaN;
        using IDisposable gradient = no_grad();
        using DisposeScope scope = NewDisposeScope();
        (Tensor scores, Tensor order) = _gathered[0].narrow(0, 0, _count).sort(descending: true);
        if (scores.isnan().any().item<bool>()) return double.NaN;
        Tensor rows = _gathered.narrow(1, 0, _count).index_select(1, order);
        Tensor positive = rows[1] * rows[2];
        // The curve has a corner behind each run of equal scores, and begins at 0.
        Tensor corners = cat([scores.diff().ne(0), scores.new_ones(1, ScalarType.Bool)]).nonzero().squeeze(1);
        Tensor Curve(Tensor counted) => cat([counted.new_zeros(1), counted.cumsum(0).index_select(0, corners)]);
        Tensor right = Curve(positive);
        Tensor wrong = Curve(rows[2] - positive);
        double area = trapezoid(right, wrong).item<double>();
        return area / (right[-1] * wrong[-1]).item<double>();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) Reset();
        base.Dispose(disposing);
    }

    private void Reserve(Tensor batch, long columns)
    {
        if (_gathered is not null && _gathered.shape[1] >= columns) return;
        Tensor larger = batch.new_empty([3, Math.Max(columns, 2 * _count)]).DetachFromDisposeScope();
        if (_gathered is not null) larger.narrow(1, 0, _count).copy_(_gathered.narrow(1, 0, _count));
        _gathered?.Dispose();
        _gathered = larger;
    }
}
