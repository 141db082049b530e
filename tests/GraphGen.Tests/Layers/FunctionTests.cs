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
    [InlineData("mean", new[] { 1, 2, 3 }, true, new long[] { 2 })]
    [InlineData("meanKept", new[] { 1, 2, 3 }, true, new long[] { 2, 1, 1, 1 })]
    [InlineData("mean1", new[] { 1 }, true, new long[] { 2, 4, 5 })]
    [InlineData("meanLast", new[] { 3 }, true, new long[] { 2, 3, 4 })]
    [InlineData("sum", new[] { 1, 2, 3 }, false, new long[] { 2 })]
    [InlineData("sumKept", new[] { 1, 2, 3 }, false, new long[] { 2, 1, 1, 1 })]
    [InlineData("sum2", new[] { 2 }, false, new long[] { 2, 3, 5 })]
    [InlineData("sum1Kept", new[] { 1 }, false, new long[] { 2, 1, 4, 5 })]
    public void Reductions_add_up_their_axes(string name, int[] axes, bool isMean, long[] shape)
    {
        using var model = new AllReductions(dtype: torch.ScalarType.Float64);
        torch.Tensor x = Values.Random(2, 3, 4, 5);
        double[] numbers = Values.Of(x);

        torch.Tensor actual = Values.Output(model.forward(new AllReductions.Inputs(x)), name);

        int[] sizes = [2, 3, 4, 5];
        var sums = new Dictionary<string, double>();
        for (int i = 0; i < numbers.Length; i++)
        {
            int[] position = [i / 60, i / 20 % 3, i / 5 % 4, i % 5];
            string kept = string.Concat(position.Select((at, axis) => axes.Contains(axis) ? 0 : at));
            sums[kept] = sums.GetValueOrDefault(kept) + numbers[i];
        }

        double count = isMean ? axes.Aggregate(1, (product, axis) => product * sizes[axis]) : 1;
        Assert.Equal(shape, actual.shape);
        Values.AssertClose([.. sums.OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => sum.Value / count)], Values.Of(actual));
    }
}
