using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SharedFeaturesLesson()
    : Lesson("Will there be more sunspots next year?", Sunspots.Load(), epochs: 60, learningRate: 0.003)
{
    public override SharedFeatures Model { get; } = new();

    public override string Summary() => Model.Summary();

    public override Tensor Classify(Examples examples) => Model.call(examples.Inputs[0]);
}
