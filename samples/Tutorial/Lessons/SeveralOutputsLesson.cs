using GraphGen.Training;
using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SeveralOutputsLesson()
    : Lesson<Tensor, SeveralOutputs.Outputs>("Will there be more sunspots next year, and how many?", Sunspots.Load(), epochs: 60, learningRate: 0.005)
{
    protected override SeveralOutputs Model { get; } = new();

    protected override string ClassPrefix => "output1_";

    protected override Trainer<Tensor, SeveralOutputs.Outputs> Compile(OptimizerFactory optimizer) => Model.Compile(
        optimizer,
        new SeveralOutputs.Losses { Output1 = Losses.BinaryCrossentropy(), Output2 = Losses.MeanSquaredError() },
        new SeveralOutputs.Metrics { Output1 = [Metrics.BinaryAccuracy()] });

    protected override Tensor InputsOf(Examples examples) => examples.Inputs[0];

    protected override SeveralOutputs.Outputs TargetsOf(Examples examples) => new(examples.Labels, examples.Targets[1]);

    /// <summary>How far the sequence is off at its last step, which is the one that no training window has.</summary>
    protected override string Remark(Trainer<Tensor, SeveralOutputs.Outputs> training, Examples heldBack)
    {
        var (input, target) = (heldBack.Inputs[0], heldBack.Targets[1]);
        var sequence = training.Predict(input).Output2;
        double Error(Tensor guess) => nn.functional.mse_loss(guess[.., ^1], target[.., ^1]).sqrt().item<float>();
        return $"; next year to {Error(sequence):F2} standard deviations ({Error(input):F2} if it were like this year)";
    }
}
