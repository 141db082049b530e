using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SharedLayersLesson()
    : Lesson("Are two handwritten digits the same?", Digits.Load(), epochs: 15, learningRate: 0.002)
{
    public override SharedLayers Model { get; } = new();

    public override string Summary() => Model.Summary();

    public override Tensor Classify(Examples examples) => Model.call(examples.Inputs[0], examples.Inputs[1]);
}
