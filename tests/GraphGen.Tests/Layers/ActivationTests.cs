using TorchSharp;
using static TorchSharp.torch.nn;

namespace GraphGen.Tests.Layers;

public class ActivationTests
{
    private static readonly Dictionary<string, Func<double, double>> Formulas = new()
    {
        ["relu"] = x => Math.Max(x, 0),
        ["relu6"] = x => Math.Min(Math.Max(x, 0), 6),
        ["sigmoid"] = x => 1 / (1 + Math.Exp(-x)),
        ["tanh"] = Math.Tanh,
        ["softplus"] = x => Math.Log(1 + Math.Exp(x)),
        ["softsign"] = x => x / (1 + Math.Abs(x)),
        ["selu"] = x => 1.0507009873554804934 * (x > 0 ? x : 1.6732632423543772848 * (Math.Exp(x) - 1)),
        ["gelu"] = x => x * NormalDistribution(x),
        ["geluTanh"] = x => x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))),
        ["silu"] = x => x / (1 + Math.Exp(-x)),
        ["mish"] = x => x * Math.Tanh(Math.Log(1 + Math.Exp(x))),
        ["hardswish"] = x => x * Math.Min(Math.Max(x + 3, 0), 6) / 6,
        ["hardSigmoid"] = x => Math.Min(Math.Max(x + 3, 0), 6) / 6,
        ["exponential"] = Math.Exp,
        ["logSigmoid"] = x => -Math.Log(1 + Math.Exp(-x)),
        ["leakyRelu"] = x => x > 0 ? x : 0.01 * x,
        ["steepRelu"] = x => x > 0 ? x : -0.5 * x,
        ["elu"] = x => x > 0 ? x : Math.Exp(x) - 1,
        ["elu3"] = x => x > 0 ? x : 3 * (Math.Exp(x) - 1),
        ["prelu"] = x => x > 0 ? x : 0.25 * x,
        ["softmax"] = x => Math.Exp(x) / SumOfExponentials,
        ["softmaxAlong"] = x => Math.Exp(x) / SumOfExponentials,
        ["logSoftmax"] = x => x - Math.Log(SumOfExponentials),
        ["threshold"] = x => x > 1.5 ? x : 0,
        ["thresholdBelow"] = x => x > -1 ? x : 0,
    };

    private static readonly Dictionary<string, Func<torch.Tensor, torch.Tensor>> Functions = new()
    {
        ["relu"] = x => functional.relu(x),
        ["relu6"] = x => functional.relu6(x),
        ["sigmoid"] = x => functional.sigmoid(x),
        ["tanh"] = x => functional.tanh(x),
        ["softmax"] = x => functional.softmax(x, 1),
        ["logSoftmax"] = x => functional.log_softmax(x, 1),
        ["softplus"] = x => functional.softplus(x),
        ["softsign"] = x => functional.softsign(x),
        ["selu"] = x => functional.selu(x),
        ["gelu"] = functional.gelu,
        ["geluTanh"] = x => functional.gelu(x, TorchSharp.Modules.GELU.Approximate.tanh),
        ["silu"] = x => functional.silu(x),
        ["mish"] = x => functional.mish(x),
        ["hardswish"] = x => functional.hardswish(x),
        ["hardSigmoid"] = x => functional.hardsigmoid(x),
        ["exponential"] = x => x.exp(),
        ["logSigmoid"] = functional.logsigmoid,
        ["leakyRelu"] = x => functional.leaky_relu(x, 0.2),
        ["flatRelu"] = x => functional.leaky_relu(x, 0),
        ["steepRelu"] = x => functional.leaky_relu(x, -0.5),
        ["elu"] = x => functional.elu(x, 1.5),
        ["eluBelow"] = x => functional.elu(x, -1.5),
        ["threshold"] = x => functional.threshold(x, 0.5, 0),
        ["thresholdBelow"] = x => functional.threshold(x, -0.5, 0),
    };

    private static double SumOfExponentials => Values.Interesting.Sum(Math.Exp);

    public static TheoryData<string> ByFormula => [.. Formulas.Keys];

    public static TheoryData<string> ByFunction => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(ByFormula))]
    public void Activations_are_what_their_formulas_say(string name)
    {
        using var model = new AllActivations(dtype: torch.ScalarType.Float64);

        double[] actual = Values.Of(Values.Output(model.forward(new AllActivations.Inputs(Values.Row(Values.Interesting))), name));

        Values.AssertClose([.. Values.Interesting.Select(Formulas[name])], actual);
    }

    [Fact]
    public void Every_activation_has_a_formula() => Assert.Equal(
        typeof(AllActivations.Outputs).GetProperties().Select(property => property.Name).Order(),
        Formulas.Keys.Select(name => char.ToUpperInvariant(name[0]) + name[1..]).Order());

    [Theory]
    [MemberData(nameof(ByFunction))]
    public void An_activation_that_overwrites_has_the_results_and_gradients_of_one_that_does_not(string name)
    {
        using var model = new OverwritingActivations(dtype: torch.ScalarType.Float64);
        var linear = (TorchSharp.Modules.Linear)model.GetLayer(name);
        torch.Tensor x = Values.Random(50, 4) * 20;
        using torch.Tensor weights = Values.Random(50, 5);

        torch.Tensor actual = Values.Output(model.forward(new OverwritingActivations.Inputs(x)), name);
        (actual * weights).sum().backward();
        double[] gradient = Values.Of(linear.weight!.grad!);
        model.zero_grad();
        torch.Tensor expected = Functions[name](linear.call(x));
        (expected * weights).sum().backward();

        Values.AssertClose(Values.Of(expected), Values.Of(actual));
        Values.AssertClose(Values.Of(linear.weight!.grad!), gradient);
    }

    [Fact]
    public void A_parametric_activation_trains_its_slope()
    {
        using var model = new AllActivations(dtype: torch.ScalarType.Float64);

        Values.Output(model.forward(new AllActivations.Inputs(Values.Row(Values.Interesting))), "prelu").sum().backward();

        Assert.Equal(["prelu.weight"], model.state_dict().Keys);
        Values.AssertClose([Values.Interesting.Where(x => x < 0).Sum()], Values.Of(model.Prelu.weight.grad!));
    }

    /// <summary>The distribution function of the standard normal distribution by its series at 0.</summary>
    private static double NormalDistribution(double x)
    {
        double term = x;
        double sum = 0;
        for (int n = 1; n < 400; n += 2)
        {
            sum += term;
            term *= x * x / (n + 2);
        }

        return 0.5 + (Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * sum);
    }
}
