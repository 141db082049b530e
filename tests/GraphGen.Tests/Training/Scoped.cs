using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>Tests whose tensors end with them.</summary>
public abstract class Scoped : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The weights of a model, one behind the other.</summary>
    internal static double[] Weights(nn.Module model) => [.. model.parameters().SelectMany(weight => weight.detach().to(ScalarType.Float64).data<double>().ToArray())];

    /// <summary>Two arrays of numbers that are as good as equal.</summary>
    internal static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance = 1e-6) =>
        Assert.All(expected.Zip(actual, (left, right) => Math.Abs(left - right)), difference => Assert.InRange(difference, 0, tolerance));
}
