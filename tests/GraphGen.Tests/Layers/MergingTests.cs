using TorchSharp;
using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

/// <summary>Several tensors of several shapes: <c>N 2 3</c>, <c>N 1 3</c> and <c>N 2 1</c>.</summary>
[Model]
public partial class AllMerging
{
    static readonly Input  a = Input(2, 3);
    static readonly Input  b = Input(1, 3);
    static readonly Input  c = Input(2, 1);
    static readonly Output add = Add(a, b);
    static readonly Output add3 = Add(a, b, c);
    static readonly Output addGrowing = Add(b, c, a, b);
    static readonly Output plus = a + b;
    static readonly Output subtract = Subtract(a, b);
    static readonly Output minus = b - c;
    static readonly Output multiply = Multiply(a, b, c);
    static readonly Output times = b * c;
    static readonly Output divide = a / c;
    static readonly Output average = Average(a, b, c);
    static readonly Output maximum = Maximum(a, b, c);
    static readonly Output minimum = Minimum(a, b, c);
}

[Model]
public partial class AllConcatenations
{
    static readonly Input  a = Input(2, 3);
    static readonly Input  b = Input(2, 1);
    static readonly Input  c = Input(4, 3);
    static readonly Output last = Concatenate(a, b, a);
    static readonly Output named = Concatenate(-1, b, a);
    static readonly Output first = Concatenate(1, a, c);
}

public class MergingTests
{
    private static readonly Dictionary<string, Func<double, double, double, double>> Formulas = new()
    {
        ["add"] = (a, b, c) => a + b,
        ["add3"] = (a, b, c) => a + b + c,
        ["addGrowing"] = (a, b, c) => a + b + b + c,
        ["plus"] = (a, b, c) => a + b,
        ["subtract"] = (a, b, c) => a - b,
        ["minus"] = (a, b, c) => b - c,
        ["multiply"] = (a, b, c) => a * b * c,
        ["times"] = (a, b, c) => b * c,
        ["divide"] = (a, b, c) => a / c,
        ["average"] = (a, b, c) => (a + b + c) / 3,
        ["maximum"] = (a, b, c) => Math.Max(a, Math.Max(b, c)),
        ["minimum"] = (a, b, c) => Math.Min(a, Math.Min(b, c)),
    };

    public static TheoryData<string> ByFormula => [.. Formulas.Keys];

    [Theory]
    [MemberData(nameof(ByFormula))]
    public void Merging_works_element_by_element_and_stretches_axes_of_one(string name)
    {
        using var model = new AllMerging(dtype: torch.ScalarType.Float64);
        (torch.Tensor a, torch.Tensor b, torch.Tensor c) = (Values.Random(4, 2, 3), Values.Random(4, 1, 3), Values.Random(4, 2, 1));

        torch.Tensor actual = Values.Output(model.forward(new AllMerging.Inputs(a, b, c)), name);

        (double[] x, double[] y, double[] z) = (Values.Of(a), Values.Of(b), Values.Of(c));
        var expected = from n in Enumerable.Range(0, 4) from i in Enumerable.Range(0, 2) from j in Enumerable.Range(0, 3)
                       select Formulas[name](x[(n * 6) + (i * 3) + j], y[(n * 3) + j], z[(n * 2) + i]);
        Assert.Equal([4, 2, 3], actual.shape);
        Values.AssertClose([.. expected], Values.Of(actual));
    }

    [Fact]
    public void Every_merging_has_a_formula() => Assert.Equal(
        typeof(AllMerging.Outputs).GetProperties().Select(property => property.Name).Order(),
        Formulas.Keys.Select(name => char.ToUpperInvariant(name[0]) + name[1..]).Order());

    [Theory]
    [MemberData(nameof(ByFormula))]
    public void Gradients_run_through_merging(string name)
    {
        using var model = new AllMerging(dtype: torch.ScalarType.Float64);
        torch.Tensor[] inputs = [Values.Random(4, 2, 3), Values.Random(4, 1, 3), Values.Random(4, 2, 1)];
        foreach (torch.Tensor input in inputs) input.requires_grad_();

        Values.Output(model.forward(new AllMerging.Inputs(inputs[0], inputs[1], inputs[2])), name).sum().backward();

        foreach (torch.Tensor input in inputs.Where(input => input.grad is not null))
        {
            double[] gradient = Values.Of(input.grad!);
            using IDisposable _ = torch.no_grad();
            torch.Tensor element = input.flatten()[1];
            double at = element.item<double>();
            double Moved(double change)
            {
                element.fill_(at + change);
                return Values.Of(Values.Output(model.forward(new AllMerging.Inputs(inputs[0], inputs[1], inputs[2])), name)).Sum();
            }

            Slopes.AssertIs(gradient[1], Moved, name);
            element.fill_(at);
        }
    }

    [Fact]
    public void Concatenation_puts_one_behind_the_other()
    {
        using var model = new AllConcatenations(dtype: torch.ScalarType.Float64);
        (torch.Tensor a, torch.Tensor b, torch.Tensor c) = (Values.Random(4, 2, 3), Values.Random(4, 2, 1), Values.Random(4, 4, 3));

        AllConcatenations.Outputs outputs = model.forward(new AllConcatenations.Inputs(a, b, c));

        (double[] x, double[] y, double[] z) = (Values.Of(a), Values.Of(b), Values.Of(c));
        int[] rows = [.. Enumerable.Range(0, 8)];
        Values.AssertClose([.. rows.SelectMany(i => x[(3 * i)..(3 * i + 3)].Append(y[i]).Concat(x[(3 * i)..(3 * i + 3)]))], Values.Of(outputs.Last));
        Values.AssertClose([.. rows.SelectMany(i => x[(3 * i)..(3 * i + 3)].Prepend(y[i]))], Values.Of(outputs.Named));
        Values.AssertClose([.. Enumerable.Range(0, 4).SelectMany(n => x[(6 * n)..(6 * n + 6)].Concat(z[(12 * n)..(12 * n + 12)]))], Values.Of(outputs.First));
    }
}
