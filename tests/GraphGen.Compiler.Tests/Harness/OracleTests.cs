using TorchSharp;

namespace GraphGen.Compiler.Tests;

/// <summary>The harness sees agreement and every kind of disagreement.</summary>
public class OracleTests
{
    private static readonly Arguments s_ten = new(("units", 10));

    [Fact]
    public void A_rule_agrees_with_its_layer() =>
        Oracle.Agree("Dense", s_ten, Rule.Floats(4), x => torch.nn.Linear(4, 10).call(x));

    [Fact]
    public void Another_shape_is_seen() =>
        Assert.ThrowsAny<Exception>(() => Oracle.Agree("Dense", s_ten, Rule.Floats(4), x => torch.nn.Linear(4, 11).call(x)));

    [Fact]
    public void A_refusal_of_libtorch_alone_is_seen() =>
        Assert.ThrowsAny<Exception>(() => Oracle.Agree("Dense", s_ten, Rule.Floats(4), x => torch.nn.Linear(5, 10).call(x)));

    [Fact]
    public void A_refusal_of_the_rule_alone_is_seen() =>
        Assert.ThrowsAny<Exception>(() => Oracle.Agree("Dense", new Arguments(("units", 0)), Rule.Floats(4), x => torch.nn.Linear(4, 10).call(x)));

    [Fact]
    public void Weights_are_those_of_the_module() =>
        Oracle.HasWeights(Rule.Infer("Dense", s_ten, Rule.Floats(4)), torch.nn.Linear(4, 10));
}
