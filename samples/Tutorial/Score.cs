namespace Tutorial;

/// <summary>How a classifier does on examples that it was not trained on.</summary>
/// <param name="Loss">The mean cross-entropy, in nats.</param>
/// <param name="Accuracy">The share of examples whose class it gives more than half of the probability.</param>
/// <param name="MajorityRate">The share of the commonest class.</param>
/// <param name="Remark">What the lesson has to add.</param>
internal sealed record Score(double Loss, double Accuracy, double MajorityRate, string Remark)
{
    /// <summary>How far above the majority rate the accuracy has to be.</summary>
    private const double Margin = 0.1;

    public bool IsClear => Accuracy >= MajorityRate + Margin;

    public override string ToString() =>
        $"held back: loss {Loss:F2}, accuracy {100 * Accuracy:F1} % (majority class {100 * MajorityRate:F1} %){Remark}";
}
