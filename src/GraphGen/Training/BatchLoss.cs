using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>The losses of a batch, each a tensor of one number.</summary>
/// <param name="Total">The weighted sum of those of the outputs, which is trained on.</param>
/// <param name="OfOutputs">The mean loss of the examples, for each output; null where it is not trained.</param>
internal readonly record struct BatchLoss(Tensor Total, Tensor?[] OfOutputs)
{
    /// <summary>
    /// The losses of what a model made. An example's weight multiplies its loss, and the sum is divided by the number of examples and not by the sum of the
    /// weights, as in Keras.
    /// </summary>
    /// <param name="objectives">The objective of each output, one at least with a loss.</param>
    /// <param name="outputs">What the model made.</param>
    /// <param name="batch">The examples.</param>
    /// <exception cref="InvalidOperationException">A loss does not give one number for each example.</exception>
    public static BatchLoss Of(IReadOnlyList<Objective> objectives, Tensor[] outputs, Batch batch)
    {
        Tensor? total = null;
        var losses = new Tensor?[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            if (objectives[i].Loss is not { } loss) continue;
            Tensor examples = loss.PerExample(outputs[i], batch.Targets[i]!);
            if (examples.Dimensions != 1)
                throw new InvalidOperationException($"The loss {loss.Name} gave ({string.Join(", ", examples.shape)}) for {batch.Size} examples, and should give one number for each.");
            if (batch.Weight is not null) examples = examples.mul(batch.Weight);
            Tensor mean = examples.mean();
            losses[i] = mean;
            Tensor weighted = objectives[i].Weight == 1 ? mean : mean.mul(objectives[i].Weight);
            total = total is null ? weighted : total.add(weighted);
        }

        return new BatchLoss(total!, losses);
    }
}
