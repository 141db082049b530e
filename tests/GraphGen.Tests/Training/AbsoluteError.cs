using GraphGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>A metric of a user's own: the mean of how far outputs are off.</summary>
internal sealed class AbsoluteError : Metric
{
    private readonly Tensor _sum = zeros(1, dtype: ScalarType.Float64).DetachFromDisposeScope();
    private long _count;

    public override string Name => "absolute_error";

    public bool IsDisposed => _sum.IsInvalid;

    public override void Reset()
    {
        _sum.zero_();
        _count = 0;
    }

    public override void Update(Tensor output, Tensor target, Tensor? sampleWeight = null)
    {
        Assert.False(output.requires_grad);
        _sum.add_((output - target).abs().sum());
        _count += output.numel();
    }

    public override double Result() => _sum.item<double>() / _count;

    public override string? Refuse(Tensor output, Tensor target) => null;

    protected override void Dispose(bool disposing)
    {
        _sum.Dispose();
        base.Dispose(disposing);
    }
}
