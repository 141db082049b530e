using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class ConvNetLesson()
    : Lesson("Which photograph is a grey patch from?", Photographs.Load(), epochs: 6, learningRate: 0.001)
{
    public override ConvNet Model { get; } = new();

    public override string Summary() => Model.Summary();

    public override Tensor Classify(Examples examples) => Model.call(examples.Inputs[0]);
}
