using GraphGen.Tests.Layers;
using GraphGen.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GraphGen.Tests.Training;

/// <summary>Optimizers against their papers' formulas, by hand for each weight.</summary>
public class OptimizerTests
{
    private const int Steps = 5;

    /// <summary>A weight's path: from where it is, its gradients by place, the place behind each step.</summary>
    private delegate double Rule(double weight, Func<double, double> gradient);

    private static readonly Dictionary<string, (OptimizerFactory Factory, Rule Rule)> s_cases = new()
    {
        ["SGD"] = (Optimizers.SGD(), (p, g) =>
        {
            for (int t = 1; t <= Steps; t++) p -= 0.01 * g(p);
            return p;
        }),
        ["SGD with momentum"] = (Optimizers.SGD(0.1, 0.9, weightDecay: 0.2), (p, g) =>
        {
            for ((int t, double v) = (1, 0); t <= Steps; t++)
            {
                v = 0.9 * v + g(p) + 0.2 * p;
                p -= 0.1 * v;
            }

            return p;
        }),
        ["SGD of Nesterov"] = (Optimizers.SGD(0.1, 0.9, nesterov: true), (p, g) =>
        {
            for ((int t, double v) = (1, 0); t <= Steps; t++)
            {
                double slope = g(p);
                v = 0.9 * v + slope;
                p -= 0.1 * (slope + 0.9 * v);
            }

            return p;
        }),
        ["Adam"] = (Optimizers.Adam(), (p, g) => Adam(p, g, 0.001, 0)),
        ["Adam with a penalty"] = (Optimizers.Adam(0.1, weightDecay: 0.3), (p, g) => Adam(p, x => g(x) + 0.3 * x, 0.1, 0)),
        ["AdamW"] = (Optimizers.AdamW(), (p, g) => Adam(p, g, 0.001, 0.004)),
        ["RMSprop"] = (Optimizers.RMSprop(), (p, g) => RMSprop(p, g, 0, false)),
        ["RMSprop, centered, with momentum"] = (Optimizers.RMSprop(momentum: 0.5, centered: true), (p, g) => RMSprop(p, g, 0.5, true)),
        ["Adagrad"] = (Optimizers.Adagrad(), (p, g) =>
        {
            for ((int t, double sum) = (1, 0.1); t <= Steps; t++)
            {
                double slope = g(p);
                sum += slope * slope;
                p -= 0.001 * slope / (Math.Sqrt(sum) + 1e-7);
            }

            return p;
        }),
        ["Adadelta"] = (Optimizers.Adadelta(), (p, g) =>
        {
            (double slopes, double steps) = (0, 0);
            for (int t = 1; t <= Steps; t++)
            {
                double slope = g(p);
                slopes = 0.95 * slopes + 0.05 * slope * slope;
                double step = Math.Sqrt(steps + 1e-7) / Math.Sqrt(slopes + 1e-7) * slope;
                steps = 0.95 * steps + 0.05 * step * step;
                p -= 0.001 * step;
            }

            return p;
        }),
        ["Nadam"] = (Optimizers.Nadam(), (p, g) =>
        {
            (double m, double v, double product) = (0, 0, 1);
            for (int t = 1; t <= Steps; t++)
            {
                double slope = g(p);
                double now = 0.9 * (1 - 0.5 * Math.Pow(0.96, t / 250.0));
                double next = 0.9 * (1 - 0.5 * Math.Pow(0.96, (t + 1) / 250.0));
                product *= now;
                m = 0.9 * m + 0.1 * slope;
                v = 0.999 * v + 0.001 * slope * slope;
                double ahead = next * m / (1 - product * next) + (1 - now) * slope / (1 - product);
                p -= 0.001 * ahead / (Math.Sqrt(v / (1 - Math.Pow(0.999, t))) + 1e-7);
            }

            return p;
        }),
        ["Adamax"] = (Optimizers.Adamax(), (p, g) =>
        {
            (double m, double u) = (0, 0);
            for (int t = 1; t <= Steps; t++)
            {
                double slope = g(p);
                m = 0.9 * m + 0.1 * slope;
                u = Math.Max(0.999 * u, Math.Abs(slope) + 1e-7);
                p -= 0.001 / (1 - Math.Pow(0.9, t)) * m / u;
            }

            return p;
        }),
    };

    public static readonly TheoryData<string> Names = [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_are_those_of_the_formula(string name)
    {
        (OptimizerFactory factory, Rule rule) = s_cases[name];
        double[] start = [1.5, -0.4, 0.02];
        double[] steepness = [0.7, 3, 10];
        using Tensor slopes = tensor(steepness);
        using var first = new Parameter(tensor(start));
        using var second = new Parameter(tensor(new[] { 5.0 }));
        using var unused = new Parameter(tensor(new[] { 7.0 }));
        using optim.Optimizer optimizer = factory([first, second, unused]);
        for (int t = 0; t < Steps; t++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            ((slopes * first.square()).sum() / 2 + second.square().sum()).backward();
            optimizer.step();
        }

        Values.AssertClose([.. start.Zip(steepness, (p, c) => rule(p, x => c * x))], Values.Of(first));
        Values.AssertClose([rule(5, x => 2 * x)], Values.Of(second));
        Values.AssertClose([7], Values.Of(unused));
    }

    [Fact]
    public void Learning_rates_are_Keras_s_and_can_be_changed()
    {
        using var weight = new Parameter(ones(1));
        (OptimizerFactory Factory, double Rate)[] all =
        [
            (Optimizers.SGD(), 0.01), (Optimizers.Adam(), 0.001), (Optimizers.AdamW(), 0.001), (Optimizers.RMSprop(), 0.001), (Optimizers.Adagrad(), 0.001),
            (Optimizers.Adadelta(), 0.001), (Optimizers.Nadam(), 0.001), (Optimizers.Adamax(), 0.001), (Optimizers.Adam(0.25), 0.25),
        ];
        foreach ((OptimizerFactory factory, double rate) in all)
        {
            using optim.Optimizer optimizer = factory([weight]);
            Assert.Equal(rate, Assert.Single(optimizer.ParamGroups).LearningRate);
        }
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_at_once()
    {
        Assert.Equal("learningRate", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.SGD(-1)).ParamName);
        Assert.Equal("learningRate", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Adam(double.NaN)).ParamName);
        Assert.Equal("learningRate", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Adadelta(double.PositiveInfinity)).ParamName);
        Assert.Equal("beta1", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Nadam(beta1: 1)).ParamName);
        Assert.Equal("beta2", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Adamax(beta2: -0.1)).ParamName);
        Assert.Equal("epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.Adagrad(epsilon: -1)).ParamName);
        Assert.Equal("rho", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.RMSprop(rho: 2)).ParamName);
        Assert.Equal("weightDecay", Assert.Throws<ArgumentOutOfRangeException>(() => Optimizers.AdamW(weightDecay: -1)).ParamName);
        Assert.Equal("momentum", Assert.Throws<ArgumentException>(() => Optimizers.SGD(nesterov: true)).ParamName);
    }

    private static double Adam(double p, Func<double, double> g, double rate, double decay)
    {
        (double m, double v) = (0, 0);
        for (int t = 1; t <= Steps; t++)
        {
            double slope = g(p);
            m = 0.9 * m + 0.1 * slope;
            v = 0.999 * v + 0.001 * slope * slope;
            p -= rate * decay * p;
            p -= rate * (m / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v / (1 - Math.Pow(0.999, t))) + 1e-7);
        }

        return p;
    }

    private static double RMSprop(double p, Func<double, double> g, double momentum, bool centered)
    {
        (double mean, double squares, double velocity) = (0, 0, 0);
        for (int t = 1; t <= Steps; t++)
        {
            double slope = g(p);
            mean = 0.9 * mean + 0.1 * slope;
            squares = 0.9 * squares + 0.1 * slope * slope;
            velocity = momentum * velocity + slope / (Math.Sqrt(squares - (centered ? mean * mean : 0)) + 1e-7);
            p -= 0.001 * velocity;
        }

        return p;
    }
}
