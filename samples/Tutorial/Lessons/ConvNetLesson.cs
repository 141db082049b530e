using GraphGen.Training;
using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class ConvNetLesson() : ClassLesson("Which photograph is a grey patch from?", Photographs.Load(), epochs: 6, learningRate: 0.001)
{
    protected override ConvNet Model { get; } = new();

    protected override Trainer<Tensor, Tensor> Compile(OptimizerFactory optimizer) =>
        Model.Compile(optimizer, Losses.BinaryCrossentropy(), [Metrics.BinaryAccuracy()]);
}
