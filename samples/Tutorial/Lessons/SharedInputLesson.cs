using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SharedInputLesson()
    : Lesson("Which photograph is a grey patch from?", Photographs.Load(), epochs: 6, learningRate: 0.001)
{
    public override SharedInput Model { get; } = new();

    public override string Summary() => Model.Summary();

    public override Tensor Classify(Examples examples) => Model.call(examples.Inputs[0]);
}
