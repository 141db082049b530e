using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>A metric of sums over all examples, so that it does not matter how they were split into batches.</summary>
/// <param name="name">What a history calls it.</param>
internal abstract class SummedMetric(string name) : Metric
{
    private Tensor? _sums;

    /// <inheritdoc/>
    public sealed override string Name => name;

    /// <inheritdoc/>
    public override void Reset()
    {
        _sums?.Dispose();
        _sums = null;
    }

    /// <inheritdoc/>
    public sealed override string? Refuse(Tensor output, Tensor target) => RefuseShape(output, target) ?? RefuseValues(output, target);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
    public sealed override void Update(Tensor output, Tensor target, Tensor? sampleWeight = null)
    {
        if (RefuseShape(output, target) is { } reason) throw new ArgumentException(reason, nameof(target));
        using IDisposable gradient = no_grad();
        // What is kept from here must be good in a later batch outside of inference mode.
        using IDisposable inference = inference_mode(false);
        using DisposeScope scope = NewDisposeScope();
        Tensor batch = Sums(output, target, Gathering.Weights(Name, output, sampleWeight));
        if (_sums is null) _sums = batch.DetachFromDisposeScope();
        else _sums.add_(batch);
    }

    /// <inheritdoc/>
    public sealed override double Result()
    {
        if (_sums is null) return double.NaN;
        using Tensor numbers = _sums.to(ScalarType.Float64, CPU);
        return Conclude(numbers.data<double>().ToArray());
    }

    /// <summary>Why shapes or types do not fit, which must be the same unless said; asked at each batch, so without a look at values.</summary>
    /// <param name="output">What the model made.</param>
    /// <param name="target">The targets.</param>
    protected virtual string? RefuseShape(Tensor output, Tensor target) => Targets.RefuseShape(Name, output, target);

    /// <summary>Why values do not fit.</summary>
    /// <param name="output">What the model made.</param>
    /// <param name="target">The targets, of a shape that fits.</param>
    protected abstract string? RefuseValues(Tensor output, Tensor target);

    /// <summary>The sums of a batch, of one shape in all batches: a new tensor of the type of the weights.</summary>
    /// <param name="output">What the model made.</param>
    /// <param name="target">The targets.</param>
    /// <param name="weights">How much each example counts, <c>N</c>, of the type of sums.</param>
    protected abstract Tensor Sums(Tensor output, Tensor target, Tensor weights);

    /// <summary>The metric.</summary>
    /// <param name="sums">The sums of all batches, in the order of <see cref="Sums"/>.</param>
    protected abstract double Conclude(double[] sums);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) Reset();
        base.Dispose(disposing);
    }
}
