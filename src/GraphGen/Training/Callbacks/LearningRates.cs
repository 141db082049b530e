using static TorchSharp.torch;

namespace GraphGen.Training;

/// <summary>The learning rates of an optimizer.</summary>
internal static class LearningRates
{
    /// <summary>Changes the rate of each group of weights.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="change">The new rate by the old one.</param>
    public static void Change(optim.Optimizer optimizer, Func<double, double> change)
    {
        foreach (optim.ILearningRateController group in optimizer.ParamGroups) group.LearningRate = change(group.LearningRate);
    }
}
