using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Tests.Layers;

/// <summary>Sums of products against sums that are written out.</summary>
public class ProductTests
{
    [Fact]
    public void Products_are_what_their_sums_say()
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new AllProducts(dtype: float64);
        AllProducts.Inputs inputs = MakeInputs();
        AllProducts.Outputs outputs = model.forward(inputs);

        (double[] a, double[] b) = (Values.Of(inputs.A), Values.Of(inputs.B));
        (double[] images, double[] row, double[] u, double[] v) = (Values.Of(inputs.Images), Values.Of(inputs.Row), Values.Of(inputs.U), Values.Of(inputs.V));
        double Sum(int count, Func<int, double> term) => Enumerable.Range(0, count).Sum(term);
        double Length(int n, double[] x) => Math.Sqrt(Sum(6, k => x[(6 * n) + k] * x[(6 * n) + k]));
        double Norm(double[] x, int n, int columns, int j) => Math.Sqrt(Sum(3, k => x[(((n * 3) + k) * columns) + j] * x[(((n * 3) + k) * columns) + j]));
        AssertIs(outputs.Dot, [2, 1], at => Sum(6, k => u[(6 * at[0]) + k] * v[(6 * at[0]) + k]));
        AssertIs(outputs.Cosine, [2, 1], at => Sum(6, k => u[(6 * at[0]) + k] * v[(6 * at[0]) + k]) / (Length(at[0], u) * Length(at[0], v)));
        AssertIs(outputs.Between, [2, 4, 5], at => Sum(3, k => a[(((at[0] * 3) + k) * 4) + at[1]] * b[(((at[0] * 3) + k) * 5) + at[2]]));
        AssertIs(outputs.Behind, [2, 2, 3, 3], at => Sum(4, k => images[(((((at[0] * 2) + at[1]) * 3) + at[2]) * 4) + k] * a[(((at[0] * 3) + at[3]) * 4) + k]));
        AssertIs(
            outputs.Unit,
            [2, 4, 5],
            at => Sum(3, k => a[(((at[0] * 3) + k) * 4) + at[1]] * b[(((at[0] * 3) + k) * 5) + at[2]]) / (Norm(a, at[0], 4, at[1]) * Norm(b, at[0], 5, at[2])));
        AssertIs(outputs.Matrix, [2, 3, 3], at => Math.Max(0, Sum(4, k => a[(((at[0] * 3) + at[1]) * 4) + k] * a[(((at[0] * 3) + at[2]) * 4) + k])));
        AssertIs(outputs.Matrices, [2, 2, 3, 2], at => Sum(4, k => images[(((((at[0] * 2) + at[1]) * 3) + at[2]) * 4) + k] * row[(((at[0] * 4) + k) * 2) + at[3]]));
        AssertIs(outputs.Stacked, [2, 2, 6], at => (at[1] == 0 ? u : v)[(6 * at[0]) + at[2]]);
        AssertIs(outputs.Paired, [2, 6, 3], at => (at[2] == 1 ? v : u)[(6 * at[0]) + at[1]]);
    }

    [Fact]
    public void Equations_are_what_their_sums_say()
    {
        using DisposeScope scope = NewDisposeScope();
        using var model = new AllEquations(dtype: float64);
        (Tensor x, Tensor heads, Tensor image) = (Values.Random(2, 3, 4), Values.Random(2, 3, 2, 5), Values.Random(2, 3, 2, 2));
        AllEquations.Outputs outputs = model.forward(new AllEquations.Inputs(x, heads, image));

        (double[] input, double[] parts, double[] picture) = (Values.Of(x), Values.Of(heads), Values.Of(image));
        double Sum(int count, Func<int, double> term) => Enumerable.Range(0, count).Sum(term);
        (double[] w, double[] b) = Weights(model.Rows, [4, 6], [6]);
        AssertIs(outputs.Rows, [2, 3, 6], at => Math.Tanh(b[at[2]] + Sum(4, k => input[(((at[0] * 3) + at[1]) * 4) + k] * w[(k * 6) + at[2]])));
        (w, b) = Weights(model.Open, [4, 6], [6]);
        AssertIs(outputs.Open, [2, 3, 6], at => b[at[2]] + Sum(4, k => input[(((at[0] * 3) + at[1]) * 4) + k] * w[(k * 6) + at[2]]));
        (w, _) = Weights(model.Joined, [2, 5, 7], null);
        AssertIs(outputs.Joined, [2, 3, 7], at => Sum(10, k => parts[(((at[0] * 3) + at[1]) * 10) + k] * w[(k * 7) + at[2]]));
        (w, b) = Weights(model.Split, [4, 2, 3], [2, 3]);
        AssertIs(
            outputs.Split,
            [2, 3, 2, 3],
            at => b[(at[2] * 3) + at[3]] + Sum(4, k => input[(((at[0] * 3) + at[1]) * 4) + k] * w[(((k * 2) + at[2]) * 3) + at[3]]));
        (w, b) = Weights(model.Across, [3, 2], [2, 1]);
        AssertIs(outputs.Across, [2, 2, 4], at => Math.Max(0, b[at[1]] + Sum(3, k => input[(((at[0] * 3) + k) * 4) + at[2]] * w[(k * 2) + at[1]])));
        (w, b) = Weights(model.Pictures, [3, 4], [4, 1, 1]);
        AssertIs(
            outputs.Pictures,
            [2, 4, 2, 2],
            at => b[at[1]] + Sum(3, k => picture[(((((at[0] * 3) + k) * 2) + at[2]) * 2) + at[3]] * w[(k * 4) + at[1]]));

        static (double[] Weight, double[] Bias) Weights(GraphGen.Modules.EinsumDense module, long[] weight, long[]? bias)
        {
            Assert.Equal(weight, module.Weight.shape);
            Assert.Equal(bias, module.Bias?.shape);
            return (Values.Of(module.Weight), module.Bias is { } numbers ? Values.Of(numbers) : []);
        }
    }

    [Fact]
    public void Weights_begin_as_those_of_a_linear_layer()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(3);
        using var module = new GraphGen.Modules.EinsumDense("bte,ehd->bthd", [16, 20, 30], [20, 30], 16);
        double bound = 1 / Math.Sqrt(16);
        foreach (Tensor weight in new Tensor[] { module.Weight, module.Bias! })
        {
            Assert.InRange(weight.abs().max().item<float>(), 0.98 * bound, bound);
            Assert.InRange(weight.var().item<float>(), 0.9 * bound * bound / 3, 1.1 * bound * bound / 3);
        }

        Assert.Equal(["weight", "bias"], module.state_dict().Keys);
        module.to(float64);
        Assert.Equal(float64, module.Weight.dtype);
        Assert.Equal(float64, module.Bias!.dtype);
    }

    [Fact]
    public void Gradients_run_through_products()
    {
        using DisposeScope scope = NewDisposeScope();
        using var products = new AllProducts(dtype: float64);
        using var equations = new AllEquations(dtype: float64);
        AllProducts.Inputs inputs = MakeInputs();
        Gradients.AssertRight(
            [inputs.A, inputs.B, inputs.Images, inputs.Row, inputs.U, inputs.V],
            x => products.forward(new AllProducts.Inputs(x[0], x[1], x[2], x[3], x[4], x[5])));
        Gradients.AssertRight(
            [Values.Random(2, 3, 4), Values.Random(2, 3, 2, 5), Values.Random(2, 3, 2, 2), equations.Rows.Weight, equations.Split.Bias!, equations.Across.Bias!],
            x => equations.forward(new AllEquations.Inputs(x[0], x[1], x[2])));
    }

    private static AllProducts.Inputs MakeInputs() => new(
        Values.Random(2, 3, 4), Values.Random(2, 3, 5), Values.Random(2, 2, 3, 4), Values.Random(2, 1, 4, 2), Values.Random(2, 6), Values.Random(2, 6));

    /// <summary>Asserts each number of a tensor, by its position.</summary>
    private static void AssertIs(Tensor actual, long[] shape, Func<int[], double> expected)
    {
        Assert.Equal(shape, actual.shape);
        var numbers = new List<double>();
        for (int i = 0; i < actual.numel(); i++)
        {
            int rest = i;
            var position = new int[shape.Length];
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                position[axis] = (int)(rest % shape[axis]);
                rest /= (int)shape[axis];
            }

            numbers.Add(expected(position));
        }

        Values.AssertClose(numbers, Values.Of(actual));
    }
}
