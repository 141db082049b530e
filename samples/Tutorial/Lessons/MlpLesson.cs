using GraphGen.Training;
using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class MlpLesson() : ClassLesson("Is a tumour benign?", BreastCancer.Load(), epochs: 20, learningRate: 0.005)
{
    protected override Mlp Model { get; } = new();

    protected override Trainer<Tensor, Tensor> Compile(OptimizerFactory optimizer) =>
        Model.Compile(optimizer, Losses.BinaryCrossentropy(), [Metrics.BinaryAccuracy()]);
}
