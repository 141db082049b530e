using GraphGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>A metric that notes the targets of each epoch, in the order in which they come.</summary>
internal sealed class SeenTargets : Metric
{
    public List<double[]> Epochs { get; } = [];

    public override string Name => "seen";

    public override void Reset() => Epochs.Add([]);

    public override void Update(Tensor output, Tensor target, Tensor? sampleWeight = null) =>
        Epochs[^1] = [.. Epochs[^1], .. target.to(ScalarType.Float64).data<double>()];

    public override double Result() => Epochs[^1].Length;

    public override string? Refuse(Tensor output, Tensor target) => null;
}
