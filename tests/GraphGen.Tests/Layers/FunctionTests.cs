using TorchSharp;
using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

[Model]
public partial class AllFunctions
{
    static readonly Input  x = Input(17);
    static readonly Output abs = Abs(x);
    static readonly Output exp = Exp(x);
    static readonly Output log = Log(x);
    static readonly Output sqrt = Sqrt(x);
    static readonly Output square = Square(x);
    static readonly Output sin = Sin(x);
    static readonly Output cos = Cos(x);
    static readonly Output clip = Clip(x, -1, 2.5);
    static readonly Output clipBelow = Clip(x, 0, double.PositiveInfinity);
    static readonly Output cube = Pow(x, 3);
    static readonly Output root = Pow(x, 0.5);
    static readonly Output negative = -x;
    static readonly Output identity = Identity()(x);
    static readonly Output addNumber = x + 2;
    static readonly Output numberAdd = 0.5 + x;
    static readonly Output subtractNumber = x - 2.5;
    static readonly Output numberSubtract = 1 - x;
    static readonly Output multiplyNumber = x * -3;
    static readonly Output numberMultiply = 1e-3 * x;
    static readonly Output divideNumber = x / 4;
    static readonly Output numberDivide = 2 / x;
}

[Model]
public partial class AllReductions
{
    static readonly Input  x = Input(3, 4, 5);
    static readonly Output mean = Mean(x);
    static readonly Output meanKept = Mean(x, keepDims: true);
    static readonly Output mean1 = Mean(x, axis: 1);
    static readonly Output meanLast = Mean(x, axis: -1);
    static readonly Output sum = Sum(x);
    static readonly Output sumKept = Sum(x, keepDims: true);
    static readonly Output sum2 = Sum(x, 2);
    static readonly Output sum1Kept = Sum(x, -3, keepDims: true);
    static readonly Output max = Max(x);
    static readonly Output max2Kept = Max(x, 2, keepDims: true);
    static readonly Output min = Min(x, keepDims: true);
    static readonly Output min1 = Min(x, 1);
    static readonly Output norm = Norm(x);
    static readonly Output normLast = Norm(x, -1, keepDims: true);
    static readonly Output argMax = ArgMax(x);
    static readonly Output argMaxKept = ArgMax(x, keepDims: true);
    static readonly Output argMax2 = ArgMax(x, 2);
    static readonly Output argMax3Kept = ArgMax(x, -1, keepDims: true);
}

/// <summary>What reduces <c>N F</c>, and the norms of complex numbers.</summary>
[Model]
public partial class SmallReductions
{
    static readonly Input  x = Input(3);
    static readonly Input  z = Input(DType.ComplexFloat32, 2);
    static readonly Output first = ArgMax(x);
    static readonly Output firstKept = ArgMax(x, keepDims: true);
    static readonly Output length = Norm(z);
    static readonly Output overwritten = ReLU(Max(x, 1, keepDims: true) - 1) + ReLU(Norm(x, 1, keepDims: true));
}

public class FunctionTests
{
    private static readonly Dictionary<string, Func<double, double>> Formulas = new()
    {
        ["abs"] = Math.Abs,
        ["exp"] = Math.Exp,
        ["log"] = Math.Log,
        ["sqrt"] = Math.Sqrt,
        ["square"] = x => x * x,
        ["sin"] = Math.Sin,
        ["cos"] = Math.Cos,
        ["clip"] = x => Math.Clamp(x, -1, 2.5),
        ["clipBelow"] = x => Math.Max(x, 0),
        ["cube"] = x => x * x * x,
        ["root"] = Math.Sqrt,
        ["negative"] = x => -x,
        ["identity"] = x => x,
        ["addNumber"] = x => x + 2,
        ["numberAdd"] = x => x + 0.5,
        ["subtractNumber"] = x => x - 2.5,
        ["numberSubtract"] = x => 1 - x,
        ["multiplyNumber"] = x => -3 * x,
        ["numberMultiply"] = x => x / 1000,
        ["divideNumber"] = x => x / 4,
        ["numberDivide"] = x => 2 / x,
    };

    public static TheoryData<string> ByFormula => [.. Formulas.Keys];

    [Theory]
    [MemberData(nameof(ByFormula))]
    public void Functions_and_operators_are_what_their_formulas_say(string name)
    {
        using var model = new AllFunctions(dtype: torch.ScalarType.Float64);

        double[] actual = Values.Of(Values.Output(model.forward(new AllFunctions.Inputs(Values.Row(Values.Interesting))), name));

        Values.AssertClose([.. Values.Interesting.Select(Formulas[name])], actual);
    }

    [Fact]
    public void Every_function_has_a_formula() => Assert.Equal(
        typeof(AllFunctions.Outputs).GetProperties().Select(property => property.Name).Order(),
        Formulas.Keys.Select(name => char.ToUpperInvariant(name[0]) + name[1..]).Order());

    [Theory]
    [InlineData("mean", new[] { 1, 2, 3 }, new long[] { 2 })]
    [InlineData("meanKept", new[] { 1, 2, 3 }, new long[] { 2, 1, 1, 1 })]
    [InlineData("mean1", new[] { 1 }, new long[] { 2, 4, 5 })]
    [InlineData("meanLast", new[] { 3 }, new long[] { 2, 3, 4 })]
    [InlineData("sum", new[] { 1, 2, 3 }, new long[] { 2 })]
    [InlineData("sumKept", new[] { 1, 2, 3 }, new long[] { 2, 1, 1, 1 })]
    [InlineData("sum2", new[] { 2 }, new long[] { 2, 3, 5 })]
    [InlineData("sum1Kept", new[] { 1 }, new long[] { 2, 1, 4, 5 })]
    [InlineData("max", new[] { 1, 2, 3 }, new long[] { 2 })]
    [InlineData("max2Kept", new[] { 2 }, new long[] { 2, 3, 1, 5 })]
    [InlineData("min", new[] { 1, 2, 3 }, new long[] { 2, 1, 1, 1 })]
    [InlineData("min1", new[] { 1 }, new long[] { 2, 4, 5 })]
    [InlineData("norm", new[] { 1, 2, 3 }, new long[] { 2 })]
    [InlineData("normLast", new[] { 3 }, new long[] { 2, 3, 4, 1 })]
    [InlineData("argMax", new[] { 1, 2, 3 }, new long[] { 2 })]
    [InlineData("argMaxKept", new[] { 1, 2, 3 }, new long[] { 2, 1, 1, 1 })]
    [InlineData("argMax2", new[] { 2 }, new long[] { 2, 3, 5 })]
    [InlineData("argMax3Kept", new[] { 3 }, new long[] { 2, 3, 4, 1 })]
    public void Reductions_run_over_their_axes(string name, int[] axes, long[] shape)
    {
        using var model = new AllReductions(dtype: torch.ScalarType.Float64);
        torch.Tensor x = Values.Random(2, 3, 4, 5);
        double[] numbers = Values.Of(x);

        torch.Tensor actual = Values.Output(model.forward(new AllReductions.Inputs(x)), name);

        var reduced = new Dictionary<string, List<double>>();
        for (int i = 0; i < numbers.Length; i++)
        {
            int[] position = [i / 60, i / 20 % 3, i / 5 % 4, i % 5];
            string kept = string.Concat(position.Select((at, axis) => axes.Contains(axis) ? 0 : at));
            if (!reduced.TryGetValue(kept, out List<double>? along)) reduced.Add(kept, along = []);
            along.Add(numbers[i]);
        }

        Assert.Equal(shape, actual.shape);
        Values.AssertClose([.. reduced.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => Reduce(name, entry.Value))], Values.Of(actual));
    }

    [Fact]
    public void Reductions_of_vectors_and_of_complex_numbers()
    {
        using var model = new SmallReductions(dtype: torch.ScalarType.Float64);
        torch.Tensor z = torch.complex(torch.tensor(new float[] { 1, 2, 0, 2 }, [2, 2]), torch.tensor(new float[] { -2, 0, 1, 2 }, [2, 2]));
        torch.Tensor x = torch.tensor(new double[] { 3, 4, 0, -2, -2, -1 }, [2, 3]).requires_grad_();

        SmallReductions.Outputs outputs = model.forward(new SmallReductions.Inputs(x, z));

        Assert.Equal(torch.int64, outputs.First.dtype);
        Values.AssertClose([1, 2], Values.Of(outputs.First));
        Assert.Equal([2, 1], outputs.FirstKept.shape);
        Assert.Equal(torch.float64, outputs.Length.dtype);
        Values.AssertClose([3, 3], Values.Of(outputs.Length));
        Values.AssertClose([3 + 5, 0 + 3], Values.Of(outputs.Overwritten));
        outputs.Overwritten.sum().backward();
        Values.AssertClose([3 / 5.0, 1 + 4 / 5.0, 0, -2 / 3.0, -2 / 3.0, -1 / 3.0], Values.Of(x.grad!));
    }

    private static double Reduce(string name, List<double> along) => name switch
    {
        _ when name.StartsWith("mean", StringComparison.Ordinal) => along.Average(),
        _ when name.StartsWith("sum", StringComparison.Ordinal) => along.Sum(),
        _ when name.StartsWith("max", StringComparison.Ordinal) => along.Max(),
        _ when name.StartsWith("min", StringComparison.Ordinal) => along.Min(),
        _ when name.StartsWith("norm", StringComparison.Ordinal) => Math.Sqrt(along.Sum(x => x * x)),
        _ => along.IndexOf(along.Max()),
    };
}
