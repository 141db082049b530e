using Tutorial.Data;
using static TorchSharp.torch;

namespace Tutorial.Lessons;

internal sealed class SeveralOutputsLesson()
    : Lesson("Will there be more sunspots next year, and how many?", Sunspots.Load(), epochs: 60, learningRate: 0.005)
{
    public override SeveralOutputs Model { get; } = new();

    public override string Summary() => Model.Summary();

    public override Tensor Classify(Examples examples) => Model.call(examples.Inputs[0]).Item1;

    /// <summary>The cross-entropy of the class plus the mean squared error of the sequence.</summary>
    public override Tensor Loss(Examples examples)
    {
        var (rises, sequence) = Model.call(examples.Inputs[0]);
        return nn.functional.binary_cross_entropy(rises, examples.Labels) + nn.functional.mse_loss(sequence, examples.Targets[1]);
    }

    /// <summary>How far the sequence is off at its last step, which is the one that no training window has.</summary>
    public override string Remark()
    {
        var (input, target) = (Data.HeldBack.Inputs[0], Data.HeldBack.Targets[1]);
        var (_, sequence) = Model.call(input);
        double Error(Tensor guess) => nn.functional.mse_loss(guess[.., ^1], target[.., ^1]).sqrt().item<float>();
        return $"; next year to {Error(sequence):F2} standard deviations ({Error(input):F2} if it were like this year)";
    }
}
