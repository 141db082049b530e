using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Compiler.Tests.Layers;

public class ActivationRuleTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_functions = new()
    {
        ["ReLU"] = x => x.relu(),
        ["ReLU6"] = x => x.relu6(),
        ["Sigmoid"] = x => x.sigmoid(),
        ["Tanh"] = x => x.tanh(),
        ["Softplus"] = x => x.softplus(),
        ["Softsign"] = x => functional.softsign(x),
        ["SELU"] = x => x.selu(),
        ["GELU"] = x => x.gelu(),
        ["GELUTanh"] = x => x.gelu(TorchSharp.Modules.GELU.Approximate.tanh),
        ["SiLU"] = x => x.silu(),
        ["Mish"] = x => functional.mish(x),
        ["Hardswish"] = x => x.hardswish(),
        ["HardSigmoid"] = x => x.hardsigmoid(),
        ["Exponential"] = x => x.exp(),
        ["LogSigmoid"] = x => x.log_sigmoid(),
        ["LeakyReLU"] = x => x.leaky_relu(0.01),
        ["ELU"] = x => x.elu(),
        ["PReLU"] = x => PReLU(1).call(x),
        ["Softmax"] = x => x.softmax(-1),
        ["LogSoftmax"] = x => x.log_softmax(-1),
    };

    public static TheoryData<string> Names => [.. s_functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Activations_take_what_libtorch_takes(string kind)
    {
        Gen<TensorType> samples = kind.EndsWith("Softmax", StringComparison.Ordinal) ? TypeSamples.Any.Where(type => type.Shape.Rank > 1) : TypeSamples.Any;
        samples.Holds(input => Oracle.Agree(kind, new Arguments(), input, s_functions[kind]));
    }

    [Fact]
    public void Softmax_takes_any_axis_that_is_there() =>
        Gen.Select(TypeSamples.Any, Gen.Int[-5, 5]).Holds((input, axis) =>
            Oracle.Agree("SoftmaxAlong", new Arguments(("axis", axis)), input, x => x.softmax(axis)));

    [Fact]
    public void A_threshold_must_be_a_number_of_its_integers() => Gen
        .Select(TypeSamples.Any, Gen.OneOf(-1e19, -129, -128.5, -1.5, -1, 0, 0.5, 127.5, 200, 255.5, 256, 1e10))
        .Holds((input, value) => Oracle.Agree(
            "Threshold", new Arguments(("value", value)), input, x => x.threshold(is_integral(x.dtype) ? Math.Floor(value) : value, 0)));

    [Theory]
    [InlineData("Softmax", "GG3001")]
    [InlineData("LogSoftmax", "GG3001")]
    [InlineData("ReLU", "(N)")]
    public void A_softmax_over_the_batch_is_refused(string kind, string expected) => Assert.Equal(expected, Rule.Infer(kind, Rule.Floats()).ToString());

    [Theory]
    [InlineData("LeakyReLU", "slope", double.NaN)]
    [InlineData("LeakyReLU", "slope", double.PositiveInfinity)]
    [InlineData("ELU", "alpha", double.NegativeInfinity)]
    [InlineData("Threshold", "value", double.NaN)]
    public void Arguments_are_finite(string kind, string argument, double value) =>
        Assert.Equal($"GG1006 at {argument}", Rule.Infer(kind, new Arguments((argument, value)), Rule.Floats(3)).ToString());

    [Fact]
    public void A_parametric_activation_has_one_weight() => Oracle.HasWeights(Rule.Infer("PReLU", Rule.Floats(3, 4)), PReLU(1));

    [Fact]
    public void The_message_says_what_is_taken_and_what_came() => Assert.Equal(
        "'y' (GELU) takes a floating type | 'x' (N, 3) Int64 has Int64 |  | an input of the model's floating type: 'Input(...)' without a DType",
        Rule.Infer("GELU", Rule.Of(ElementType.Int64, 3)).Messages);
}
