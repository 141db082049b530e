using CsCheck;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace GraphGen.Compiler.Tests.Layers;

public class RegularizationRuleTests
{
    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> s_modules = new()
    {
        ["Dropout"] = () => nn.Dropout(0.5),
        ["AlphaDropout"] = () => nn.AlphaDropout(0.5),
        ["SpatialDropout1D"] = () => nn.Dropout1d(0.5),
        ["SpatialDropout2D"] = () => nn.Dropout2d(0.5),
        ["SpatialDropout3D"] = () => nn.Dropout3d(0.5),
    };

    public static TheoryData<string> Names => [.. s_modules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_dropped_is_what_libtorch_drops(string kind)
    {
        // libtorch takes some other numbers of axes too, which it would understand in another way.
        int axes = kind.EndsWith('D') ? kind[^2] - '0' : 0;
        Gen<TensorType> inputs = axes == 0 ? TypeSamples.Any : Sizes.Input(axes, largest: 4);
        inputs.Holds(input => Oracle.Agree(kind, new Arguments(("rate", 0.5)), input, x =>
            axes == 0 || x.Dimensions == axes + 2 ? s_modules[kind]().call(x) : throw new InvalidOperationException("Another number of axes.")));
    }

    [Theory]
    [InlineData(-0.1, false)]
    [InlineData(1.0, false)]
    [InlineData(double.NaN, false)]
    [InlineData(0.0, true)]
    [InlineData(0.999, true)]
    public void Rates_are_below_one(double rate, bool isRight)
    {
        foreach (string kind in s_modules.Keys)
        {
            TensorType input = kind switch { "SpatialDropout2D" => Rule.Floats(3, 4, 4), "SpatialDropout3D" => Rule.Floats(3, 4, 4, 4), _ => Rule.Floats(3, 4) };
            Assert.Equal(isRight ? input.ToString() : "GG1006 at rate", Rule.Infer(kind, new Arguments(("rate", rate)), input).ToString());
        }
    }

    [Theory]
    [InlineData("GaussianNoise", "stddev")]
    [InlineData("GaussianDropout", "rate")]
    public void Noise_takes_the_floating_types(string kind, string argument) => TypeSamples.Any.Holds(input =>
        Oracle.Agree(kind, new Arguments((argument, 0.5)), input, x => x.is_floating_point() ? x + x.randn_like() : throw new InvalidOperationException("No noise.")));

    [Theory]
    [InlineData(-0.1, "GG1006 at stddev")]
    [InlineData(double.NaN, "GG1006 at stddev")]
    [InlineData(double.PositiveInfinity, "GG1006 at stddev")]
    [InlineData(0.0, "(N, 3)")]
    [InlineData(70.0, "(N, 3)")]
    public void Deviations_are_not_negative(double stddev, string expected) =>
        Assert.Equal(expected, Rule.Infer("GaussianNoise", new Arguments(("stddev", stddev)), Rule.Floats(3)).ToString());

    [Theory]
    [InlineData(-0.1, "GG1006 at rate")]
    [InlineData(1.0, "GG1006 at rate")]
    [InlineData(0.0, "(N, 3)")]
    public void Rates_of_noise_are_those_of_dropout(double rate, string expected) =>
        Assert.Equal(expected, Rule.Infer("GaussianDropout", new Arguments(("rate", rate)), Rule.Floats(3)).ToString());

    [Fact]
    public void Summaries_show_the_rate()
    {
        foreach (string kind in s_modules.Keys)
        {
            Layer layer = Rule.Layer(kind, ("rate", 0.25));
            Assert.Equal($"{kind}(0.25)", layer.Kind.Describe(layer));
        }

        Layer noise = Rule.Layer("GaussianNoise", ("stddev", 0.1));
        Assert.Equal("GaussianNoise(0.1)", noise.Kind.Describe(noise));
    }
}
