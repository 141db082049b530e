using static TorchSharp.torch;

namespace Tutorial.Data;

/// <summary>Examples of one task: a tensor for each input and each target of a model, all with the examples along axis 0.</summary>
/// <param name="Inputs">The inputs, in the order of the model's arguments.</param>
/// <param name="Targets">The targets, in the order of the model's outputs; the first is the class, 0 or 1, as <c>N 1</c>.</param>
internal sealed record Examples(Tensor[] Inputs, Tensor[] Targets)
{
    public long Count => Labels.size(0);

    public Tensor Labels => Targets[0];

    /// <summary>The share of the commonest class: what a guess gets right that looks at no input.</summary>
    public double MajorityRate
    {
        get
        {
            var ones = Labels.sum().item<float>();
            return Math.Max(ones, Count - ones) / Count;
        }
    }

    /// <summary>The examples at some positions (int64, one axis).</summary>
    public Examples At(Tensor positions) => new(
        [.. Inputs.Select(input => input.index_select(0, positions))],
        [.. Targets.Select(target => target.index_select(0, positions))]);
}

/// <summary>The examples to learn from, and those that are held back to see what was learnt.</summary>
internal sealed record Split(Examples Training, Examples HeldBack);
