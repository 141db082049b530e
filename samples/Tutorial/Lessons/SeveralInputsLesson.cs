using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SeveralInputsLesson()
    : Lesson("Which photograph is a place from, seen in grey and in colour?", Photographs.Load(), epochs: 12, learningRate: 0.001)
{
    public override SeveralInputs Model { get; } = new();

    public override string Summary() => Model.Summary();

    public override Tensor Classify(Examples examples) => Model.call(examples.Inputs[0], examples.Inputs[1]);
}
