using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Layers;

/// <summary>Gradients against small differences.</summary>
internal static class Derivatives
{
    /// <summary>Asserts that the derivative of a value along a random direction, by the gradient that the variable has, is what small differences say.</summary>
    /// <param name="what">What a failure names.</param>
    /// <param name="variable">In double precision, with its gradient.</param>
    /// <param name="value">Computes the value.</param>
    public static void AssertDerivative(string what, Tensor variable, Func<Tensor> value)
    {
        Tensor along = Values.Random(variable.shape);
        double derivative = (variable.grad! * along).sum().item<double>();
        using var _ = no_grad();
        double At(double offset)
        {
            variable.add_(along * offset);
            double result = value().item<double>();
            variable.sub_(along * offset);
            return result;
        }

        Slopes.AssertIs(derivative, At, what, step: 1e-5);
    }
}
