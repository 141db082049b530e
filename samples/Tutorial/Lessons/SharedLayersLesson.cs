using GraphGen.Training;
using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SharedLayersLesson()
    : ClassLesson<SharedLayers.Inputs>("Are two handwritten digits the same?", Digits.Load(), epochs: 15, learningRate: 0.002)
{
    protected override SharedLayers Model { get; } = new();

    protected override Trainer<SharedLayers.Inputs, Tensor> Compile(OptimizerFactory optimizer) =>
        Model.Compile(optimizer, Losses.BinaryCrossentropy(), [Metrics.BinaryAccuracy()]);

    protected override SharedLayers.Inputs InputsOf(Examples examples) => new(examples.Inputs[0], examples.Inputs[1]);
}
