using GraphGen.Training;
using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SharedFeaturesLesson() : ClassLesson("Will there be more sunspots next year?", Sunspots.Load(), epochs: 60, learningRate: 0.003)
{
    protected override SharedFeatures Model { get; } = new();

    protected override Trainer<Tensor, Tensor> Compile(OptimizerFactory optimizer) =>
        Model.Compile(optimizer, Losses.BinaryCrossentropy(), [Metrics.BinaryAccuracy()]);
}
