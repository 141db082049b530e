using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Compiler.Tests.Layers;

public class RecurrentRuleTests
{
    public static TheoryData<string> Names => ["LSTM", "GRU", "SimpleRNN"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Recurrent_layers_take_what_libtorch_takes(string kind) =>
        // To torch a tensor of two axes is a sequence without a batch; of a type that oneDNN does not know its LSTM ends the process.
        Gen.Select(
                TypeSamples.Any.Where(type => type.Shape.Rank != 2 && (kind != "LSTM" || type.Element == ElementType.Float32)),
                Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3]),
                Gen.Select(Gen.Bool, Gen.Bool))
            .Holds((input, sizes, flags) =>
            {
                (int units, int layers) = sizes;
                (bool returnSequences, bool reverse) = flags;
                var arguments = new Arguments(("units", units), ("layers", layers), ("returnSequences", returnSequences), ("reverse", reverse));
                Oracle.Agree(kind, arguments, input, x =>
                {
                    Tensor read = reverse ? x.flip(1) : x;
                    Tensor sequence = Run(kind, x.size(-1), units, layers, read);
                    return returnSequences ? sequence : sequence.select(1, -1);
                });
            });

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_are_those_of_the_module(string kind) => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 3])
        .Holds((features, units, layers) => Oracle.HasWeights(
            Rule.Infer(kind, new Arguments(("units", units), ("layers", layers)), Rule.Floats(7, features)), Make(kind, features, units, layers)));

    [Theory]
    [InlineData("LSTM", 520)]
    [InlineData("GRU", 390)]
    [InlineData("SimpleRNN", 130)]
    public void Weights_are_counted_as_torch_has_them(string kind, int expected) =>
        Assert.Equal(expected, Rule.Infer(kind, new Arguments(("units", 10)), Rule.Floats(100, 1)).Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_no_sequence_is_refused(string kind)
    {
        var arguments = new Arguments(("units", 10));
        Assert.Equal("GG3001", Rule.Infer(kind, arguments, Rule.Floats(5)).ToString());
        Assert.Equal("GG3001", Rule.Infer(kind, arguments, Rule.Floats(5, 6, 7)).ToString());
        Assert.Equal("GG3008", Rule.Infer(kind, arguments, Rule.Of(ElementType.Int64, 5, 6)).ToString());
        Assert.Equal("GG3008", Rule.Infer(kind, arguments, Rule.Of(ElementType.Float64, 5, 6)).ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Arguments_out_of_range_are_refused(string kind)
    {
        static Arguments With(string name, object value) => name == "units" ? new Arguments((name, value)) : new Arguments(("units", 10), (name, value));

        (string, object)[] wrong = [("units", 0), ("layers", 0), ("dropout", 1.0), ("dropout", -0.1), ("dropout", double.NaN)];
        foreach ((string name, object value) in wrong)
            Assert.Equal($"GG1006 at {name}", Rule.Infer(kind, With(name, value), Rule.Floats(5, 6)).ToString());
        Assert.Equal("(N, 10)", Rule.Infer(kind, With("dropout", 0.5), Rule.Floats(5, 6)).ToString());
    }

    [Theory]
    [InlineData("Tanh", "(N, 10)")]
    [InlineData("ReLU", "(N, 10)")]
    [InlineData("Sigmoid", "GG1006 at activation")]
    public void A_simple_network_has_one_of_two_activations(string activation, string expected) =>
        Assert.Equal(expected, Rule.Infer("SimpleRNN", new Arguments(("units", 10), ("activation", Rule.Layer(activation))), Rule.Floats(5, 6)).ToString());

    [Fact]
    public void A_shared_reader_takes_sequences_of_any_length_and_one_number_of_features() => Assert.Equal(
        ["(N, 10)", "(N, 10)", "GG3003"],
        Rule.InferShared("LSTM", new Arguments(("units", 10)), Rule.Floats(5, 6), Rule.Floats(9, 6), Rule.Floats(5, 7)).Select(outcome => outcome.ToString()));

    private static Tensor Run(string kind, long features, int units, int layers, Tensor input) => Make(kind, features, units, layers) switch
    {
        TorchSharp.Modules.LSTM lstm => lstm.call(input).Item1,
        TorchSharp.Modules.GRU gru => gru.call(input).Item1,
        var rnn => ((TorchSharp.Modules.RNN)rnn).call(input).Item1,
    };

    private static Module Make(string kind, long features, int units, int layers) => kind switch
    {
        "LSTM" => LSTM(features, units, layers, batchFirst: true),
        "GRU" => GRU(features, units, layers, batchFirst: true),
        _ => RNN(features, units, layers, batchFirst: true),
    };
}
