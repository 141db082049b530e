using GraphGen.Reference;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Models;

/// <summary>A generated model of the tutorial and the same one written by hand, with the same weights.</summary>
/// <param name="HandWritten">The module written by hand.</param>
/// <param name="Generated">The generated module.</param>
/// <param name="Inputs">A batch for either.</param>
internal sealed record Twins(Callable HandWritten, Callable Generated, Tensor[] Inputs)
{
    /// <summary>Relative to the largest element, of which some hundred additions in another order may change the last bits.</summary>
    private const double Tolerance = 1e-6;

    public static TheoryData<string> Names => [.. ModelPair.All.Select(pair => pair.Name)];

    public static TheoryData<string, T> NamesWith<T>(params T[] values)
    {
        var cases = new TheoryData<string, T>();
        foreach (ModelPair pair in ModelPair.All)
        {
            foreach (T value in values) cases.Add(pair.Name, value);
        }

        return cases;
    }

    public static Twins Make(string name, int batch)
    {
        (Callable handWritten, Callable generated, Tensor[] inputs) = ModelPair.All.Single(pair => pair.Name == name).Make(batch);
        return new Twins(handWritten, generated, inputs);
    }

    public static Tensor Loss(Tensor[] outputs) => outputs.Select(output => (output - 0.25).square().mean()).Aggregate((sum, loss) => sum + loss);

    public static void AssertClose(IEnumerable<Tensor> expected, IEnumerable<Tensor> actual)
    {
        foreach ((Tensor one, Tensor other) in expected.Zip(actual)) AssertClose(one, other);
    }

    public static void AssertClose(Tensor expected, Tensor actual, double tolerance = Tolerance)
    {
        Assert.Equal(expected.shape, actual.shape);
        double largest = expected.abs().max().ToDouble();
        double difference = (expected - actual).abs().max().ToDouble();
        Assert.True(difference <= tolerance * Math.Max(1, largest), $"{difference} of {largest}");
    }
}
