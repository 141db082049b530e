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
        for (int i = 0; i < numbers.Length; i++) Slopes.AssertIs(gradient[i], change => At(i, change), $"element {i}");
    }

    /// <summary>Asserts the gradient of all outputs of a model with respect to each of several tensors.</summary>
    /// <param name="variables">Tensors in double precision: inputs, or weights of the model.</param>
    /// <param name="run">Runs the model on the inputs among them, and gives the record of its outputs.</param>
    public static void AssertRight(torch.Tensor[] variables, Func<torch.Tensor[], object> run)
    {
        torch.Tensor[] leaves = [.. variables.Select(variable => variable.requires_grad ? variable : variable.clone().requires_grad_())];
        foreach (torch.Tensor leaf in leaves) leaf.grad = null;
        Sum(run(leaves)).backward();
        double[][] gradients = [.. leaves.Select(leaf => Values.Of(leaf.grad!))];
        using IDisposable inference = torch.no_grad();
        foreach ((torch.Tensor leaf, double[] gradient) in leaves.Zip(gradients))
        {
            using torch.Tensor flat = leaf.view(-1);
            for (int i = 0; i < gradient.Length; i++)
            {
                using DisposeScope scope = torch.NewDisposeScope();
                torch.Tensor element = flat[i];
                double at = element.item<double>();
                double Moved(double change)
                {
                    element.fill_(at + change);
                    return Sum(run(leaves)).item<double>();
                }

                Slopes.AssertIs(gradient[i], Moved, $"element {i} of ({string.Join(", ", leaf.shape)})");
                element.fill_(at);
            }
        }
    }
}
