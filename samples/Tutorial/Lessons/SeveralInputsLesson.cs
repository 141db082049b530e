using GraphGen.Training;
using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SeveralInputsLesson()
    : ClassLesson<SeveralInputs.Inputs>("Which photograph is a place from, seen in grey and in colour?", Photographs.Load(), epochs: 12, learningRate: 0.001)
{
    protected override SeveralInputs Model { get; } = new();

    protected override Trainer<SeveralInputs.Inputs, Tensor> Compile(OptimizerFactory optimizer) =>
        Model.Compile(optimizer, Losses.BinaryCrossentropy(), [Metrics.BinaryAccuracy()]);

    protected override SeveralInputs.Inputs InputsOf(Examples examples) => new(examples.Inputs[0], examples.Inputs[1]);
}
