using System.Runtime.CompilerServices;
using TorchSharp;

namespace GraphGen.Training;

/// <summary>TorchSharp's optimizers by Keras's names, with Keras's defaults: learning rates and epsilons are Keras's, and differ from TorchSharp's.</summary>
/// <remarks>
/// The steps themselves are TorchSharp's. <c>weightDecay</c> of all but <see cref="AdamW"/> is PyTorch's L2 penalty, added to the gradient; Keras's decay does
/// not go through the optimizer's moments, and only AdamW has it here.
/// </remarks>
public static class Optimizers
{
    /// <summary>Steps against the gradient, with momentum where that is above 0.</summary>
    /// <param name="learningRate">Above 0.</param>
    /// <param name="momentum">The share of the last step that is kept, from 0 to 1.</param>
    /// <param name="nesterov">Whether the gradient is looked at a step ahead; takes momentum.</param>
    /// <param name="weightDecay">The factor of the L2 penalty.</param>
    /// <exception cref="ArgumentException">Nesterov's steps need momentum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static OptimizerFactory SGD(double learningRate = 0.01, double momentum = 0, bool nesterov = false, double weightDecay = 0)
    {
        Positive(learningRate);
        Share(momentum);
        NotNegative(weightDecay);
        if (nesterov && momentum == 0) throw new ArgumentException("Nesterov's steps need a momentum above 0.", nameof(momentum));
        return parameters => torch.optim.SGD([.. parameters], learningRate, momentum, weight_decay: weightDecay, nesterov: nesterov);
    }

    /// <summary>Kingma and Ba, Adam: A Method for Stochastic Optimization, 2014.</summary>
    /// <param name="learningRate">Above 0.</param>
    /// <param name="beta1">The share of the mean gradient that a step keeps, from 0 to 1.</param>
    /// <param name="beta2">The share of the mean squared gradient that a step keeps, from 0 to 1.</param>
    /// <param name="epsilon">What is added to the divisor.</param>
    /// <param name="weightDecay">The factor of the L2 penalty.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static OptimizerFactory Adam(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7, double weightDecay = 0)
    {
        Moments(learningRate, beta1, beta2, epsilon);
        NotNegative(weightDecay);
        return parameters => torch.optim.Adam([.. parameters], learningRate, beta1, beta2, epsilon, weightDecay);
    }

    /// <summary><see cref="Adam"/> with a decay of weights beside the gradient: Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2017.</summary>
    /// <param name="learningRate">Above 0.</param>
    /// <param name="weightDecay">The share of each weight, times the learning rate, that a step takes away.</param>
    /// <param name="beta1">The share of the mean gradient that a step keeps, from 0 to 1.</param>
    /// <param name="beta2">The share of the mean squared gradient that a step keeps, from 0 to 1.</param>
    /// <param name="epsilon">What is added to the divisor.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static OptimizerFactory AdamW(
        double learningRate = 0.001, double weightDecay = 0.004, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7)
    {
        Moments(learningRate, beta1, beta2, epsilon);
        NotNegative(weightDecay);
        return parameters => torch.optim.AdamW([.. parameters], learningRate, beta1, beta2, epsilon, weightDecay);
    }

    /// <summary>Divides by the root of a running mean of squared gradients: Tieleman and Hinton, Lecture 6.5, 2012.</summary>
    /// <param name="learningRate">Above 0.</param>
    /// <param name="rho">The share of the mean that a step keeps, from 0 to 1.</param>
    /// <param name="momentum">The share of the last step that is kept, from 0 to 1.</param>
    /// <param name="epsilon">What is added to the divisor.</param>
    /// <param name="centered">Whether to divide by the deviation of the gradients, instead of the root of their squares.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static OptimizerFactory RMSprop(double learningRate = 0.001, double rho = 0.9, double momentum = 0, double epsilon = 1e-7, bool centered = false)
    {
        Positive(learningRate);
        Share(rho);
        Share(momentum);
        NotNegative(epsilon);
        return parameters => torch.optim.RMSProp([.. parameters], learningRate, rho, epsilon, momentum: momentum, centered: centered);
    }

    /// <summary>Divides by the root of the sum of all squared gradients: Duchi, Hazan and Singer, Adaptive Subgradient Methods, 2011.</summary>
    /// <param name="learningRate">Above 0.</param>
    /// <param name="initialAccumulatorValue">What the sum begins with.</param>
    /// <param name="epsilon">What is added to the divisor.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static OptimizerFactory Adagrad(double learningRate = 0.001, double initialAccumulatorValue = 0.1, double epsilon = 1e-7)
    {
        Positive(learningRate);
        NotNegative(initialAccumulatorValue);
        NotNegative(epsilon);
        return parameters => torch.optim.Adagrad([.. parameters], learningRate, initial_accumulator_value: initialAccumulatorValue, eps: epsilon);
    }

    /// <summary>Takes the size of steps from the running means of gradients and of steps: Zeiler, ADADELTA, 2012, where the learning rate is 1.</summary>
    /// <param name="learningRate">Above 0.</param>
    /// <param name="rho">The share of the means that a step keeps, from 0 to 1.</param>
    /// <param name="epsilon">What is added below the roots.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static OptimizerFactory Adadelta(double learningRate = 0.001, double rho = 0.95, double epsilon = 1e-7)
    {
        Positive(learningRate);
        Share(rho);
        NotNegative(epsilon);
        return parameters => torch.optim.Adadelta([.. parameters], learningRate, rho, epsilon);
    }

    /// <summary>
    /// <see cref="Adam"/> with Nesterov's momentum: Dozat, Incorporating Nesterov Momentum into Adam, 2016, with its schedule 0.96^(t / 250), as in PyTorch.
    /// </summary>
    /// <param name="learningRate">Above 0.</param>
    /// <param name="beta1">The share of the mean gradient that a step keeps, from 0 to 1.</param>
    /// <param name="beta2">The share of the mean squared gradient that a step keeps, from 0 to 1.</param>
    /// <param name="epsilon">What is added to the divisor.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static OptimizerFactory Nadam(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7)
    {
        Moments(learningRate, beta1, beta2, epsilon);
        return parameters => torch.optim.NAdam([.. parameters], learningRate, beta1, beta2, epsilon);
    }

    /// <summary><see cref="Adam"/> with the greatest gradient instead of the mean squared one: section 7 of the same paper.</summary>
    /// <param name="learningRate">Above 0.</param>
    /// <param name="beta1">The share of the mean gradient that a step keeps, from 0 to 1.</param>
    /// <param name="beta2">The share of the greatest gradient that a step keeps, from 0 to 1.</param>
    /// <param name="epsilon">What is added to the divisor.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static OptimizerFactory Adamax(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7)
    {
        Moments(learningRate, beta1, beta2, epsilon);
        return parameters => torch.optim.Adamax([.. parameters], learningRate, beta1, beta2, epsilon);
    }

    private static void Moments(double learningRate, double beta1, double beta2, double epsilon)
    {
        Positive(learningRate);
        Share(beta1);
        Share(beta2);
        NotNegative(epsilon);
    }

    private static void Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(name, value, "It must be above 0, and finite.");
    }

    private static void NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0 && double.IsFinite(value))) throw new ArgumentOutOfRangeException(name, value, "It must not be below 0, and finite.");
    }

    private static void Share(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value is >= 0 and < 1)) throw new ArgumentOutOfRangeException(name, value, "It must be from 0 to below 1.");
    }
}
