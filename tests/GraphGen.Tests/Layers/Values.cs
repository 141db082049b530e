using TorchSharp;

namespace GraphGen.Tests.Layers;

/// <summary>Tensors as numbers, and back.</summary>
internal static class Values
{
    /// <summary>Where pieces of activations meet, and between.</summary>
    public static readonly double[] Interesting = [-7.5, -6, -3.5, -3, -2, -1, -0.5, -0.1, 0, 0.1, 0.5, 1, 2, 3, 3.5, 6, 7.5];

    public static double[] Of(torch.Tensor tensor)
    {
        using torch.Tensor doubles = tensor.detach().to(torch.float64).contiguous();
        return doubles.data<double>().ToArray();
    }

    /// <summary>One example of so many numbers, <c>1 F</c> in double precision.</summary>
    public static torch.Tensor Row(params double[] numbers) => torch.tensor(numbers, [1, numbers.Length]);

    public static torch.Tensor Random(params long[] shape) => torch.rand(shape, dtype: torch.float64) * 2 - 1;

    public static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            if (double.IsNaN(expected[i])) Assert.True(double.IsNaN(actual[i]), $"[{i}]: {actual[i]} is a number");
            else if (expected[i] != actual[i]) Assert.InRange(actual[i] - expected[i], -1e-8 * (1 + Math.Abs(expected[i])), 1e-8 * (1 + Math.Abs(expected[i])));
        }
    }

    /// <summary>A result of a model by its output's name.</summary>
    public static torch.Tensor Output(object outputs, string name) =>
        (torch.Tensor)outputs.GetType().GetProperty(char.ToUpperInvariant(name[0]) + name[1..])!.GetValue(outputs)!;
}
