using GraphGen.Training;
using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SharedFeaturesLesson() : Lesson<Tensor, Tensor>("Will there be more sunspots next year?", Sunspots.Load(), epochs: 60, learningRate: 0.003)
{
    protected override SharedFeatures Model { get; } = new();

    protected override Trainer<Tensor, Tensor> Compile(OptimizerFactory optimizer) =>
        Model.Compile(optimizer, Losses.BinaryCrossentropy(), [Metrics.BinaryAccuracy()]);

    protected override Tensor InputsOf(Examples examples) => examples.Inputs[0];

    protected override Tensor TargetsOf(Examples examples) => examples.Labels;
}
