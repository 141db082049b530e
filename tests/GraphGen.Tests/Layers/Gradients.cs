using TorchSharp;

namespace GraphGen.Tests.Layers;

/// <summary>Gradients against differences.</summary>
internal static class Gradients
{
    /// <summary>All outputs of a model as one number, to which each element counts by a part of its own.</summary>
    public static torch.Tensor Sum(object outputs) => outputs.GetType().GetProperties()
        .Select(property => (torch.Tensor)property.GetValue(outputs)!)
        .Select(output => (output * torch.linspace(0.5, 1.5, output.NumberOfElements, dtype: torch.float64).view(output.shape)).sum())
        .Aggregate((sum, output) => sum + output);

    /// <summary>Asserts that the gradient is the difference of the function a little above and below each element.</summary>
    /// <param name="x">Where, in double precision.</param>
    /// <param name="function">A function that gives one number.</param>
    public static void AssertRight(torch.Tensor x, Func<torch.Tensor, torch.Tensor> function)
    {
        const double step = 1e-6;
        torch.Tensor leaf = x.clone().requires_grad_();
        function(leaf).backward();
        double[] numbers = Values.Of(x);
        double At(int i, double change)
        {
            double[] moved = [.. numbers];
            moved[i] += change;
            using DisposeScope scope = torch.NewDisposeScope();
            return function(torch.tensor(moved, x.shape)).item<double>();
        }

        double[] gradient = Values.Of(leaf.grad!);
        for (int i = 0; i < numbers.Length; i++) Assert.Equal((At(i, step) - At(i, -step)) / (2 * step), gradient[i], 1e-6);
    }
}
