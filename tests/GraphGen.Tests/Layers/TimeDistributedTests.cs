using TorchSharp;
using static GraphGen.Layers;

namespace GraphGen.Tests.Layers;

[Model]
public partial class AllTimeDistributed
{
    static readonly Input     x = Input(6, 4, 3);
    static readonly Layer     shared = Dense(5);
    static readonly Recurrent reader = GRU(2);
    static readonly Output    dense = TimeDistributed(Dense(5, ReLU))(x);
    static readonly Output    softmax = TimeDistributed(SoftmaxAlong(1))(x);
    static readonly Output    normalized = TimeDistributed(Dense(5, SoftmaxAlong(1)))(x);
    static readonly Output    slope = TimeDistributed(Dense(5, PReLU()))(x);
    static readonly Output    recurrent = TimeDistributed(LSTM(2))(x);
    static readonly Output    twice = TimeDistributed(TimeDistributed(shared))(x);
    static readonly Output    steps = TimeDistributed(reader)(x);
}

[Model]
public partial class DistributedTokens
{
    static readonly Input  tokens = Input(DType.Int64, 6, 4);
    static readonly Output output = TimeDistributed(Embedding(10, 3))(tokens);
}

public class TimeDistributedTests
{
    private static readonly Dictionary<string, Func<AllTimeDistributed, torch.Tensor, torch.Tensor>> Steps = new()
    {
        ["dense"] = (model, step) => model.Dense.call(step).relu(),
        ["softmax"] = (_, step) => step.softmax(1),
        ["normalized"] = (model, step) => model.Normalized.call(step).softmax(1),
        ["slope"] = (model, step) => model.SlopePrelu.call(model.Slope.call(step)),
        ["recurrent"] = (model, step) => model.Recurrent.call(step).Item1[.., -1],
        ["twice"] = (model, step) => model.Shared.call(step),
        ["steps"] = (model, step) => model.Reader.call(step).Item1[.., -1],
    };

    public static TheoryData<string> Names => [.. Steps.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_step_goes_through_the_layer_by_itself(string name)
    {
        using var model = new AllTimeDistributed();
        torch.Tensor x = torch.rand(5, 6, 4, 3);

        torch.Tensor actual = Values.Output(model.forward(new AllTimeDistributed.Inputs(x)), name);

        torch.Tensor expected = torch.stack([.. Enumerable.Range(0, 6).Select(t => Steps[name](model, x[.., t]))], 1);
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(torch.allclose(expected, actual, atol: 1e-6));
    }

    [Fact]
    public void A_wrapped_layer_goes_by_the_wrappers_name_and_a_shared_one_by_its_own() => Assert.Equal(
        ["dense", "normalized", "reader", "recurrent", "shared", "slope", "slope_prelu"],
        new AllTimeDistributed().state_dict().Keys.Select(key => key.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Tokens_of_several_sequences_are_embedded_one_by_one()
    {
        using var model = new DistributedTokens();
        torch.Tensor tokens = torch.randint(0, 10, new long[] { 2, 6, 4 });

        Assert.Equal(Values.Of(model.Output.call(tokens)), Values.Of(model.call(tokens)));
    }
}
