using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class MlpLesson()
    : Lesson("Is a tumour benign?", BreastCancer.Load(), epochs: 20, learningRate: 0.005)
{
    public override Mlp Model { get; } = new();

    public override string Summary() => Model.Summary();

    public override Tensor Classify(Examples examples) => Model.call(examples.Inputs[0]);
}
