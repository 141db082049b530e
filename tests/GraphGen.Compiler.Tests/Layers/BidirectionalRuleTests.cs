using CsCheck;
using GraphGen.Compiler.Graphs;
using GraphGen.Compiler.Layers;
using GraphGen.Compiler.Linking;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GraphGen.Compiler.Tests.Layers;

public class BidirectionalRuleTests
{
    public static TheoryData<string> Names => ["LSTM", "GRU", "SimpleRNN"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_ways_are_read_where_libtorch_reads_them(string kind) =>
        // To torch a tensor of two axes is a sequence without a batch; of a type that oneDNN does not know its LSTM ends the process.
        Gen.Select(
                TypeSamples.Any.Where(type => type.Shape.Rank != 2 && (kind != "LSTM" || type.Element == ElementType.Float32)),
                Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3]),
                Gen.Select(Gen.Bool, Gen.Enum<Merge>()))
            .Holds((input, sizes, how) =>
            {
                (int units, int layers) = sizes;
                (bool returnSequences, Merge merge) = how;
                Layer reader = Rule.Unnamed(kind, ("units", units), ("layers", layers), ("returnSequences", returnSequences));
                Oracle.Agree("Bidirectional", With(reader, $"{merge}"), input, x =>
                {
                    Tensor both = Run(Make(kind, x.size(-1), units, layers), x);
                    Tensor result = returnSequences ? both : both.select(1, -1);
                    return merge == Merge.Concat ? result : result.narrow(-1, 0, units);
                });
            });

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_are_those_of_the_module(string kind) => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 3])
        .Holds((features, units, layers) => Oracle.HasWeights(
            Rule.Infer("Bidirectional", With(Rule.Unnamed(kind, ("units", units), ("layers", layers))), Rule.Floats(7, features)), Make(kind, features, units, layers)));

    [Fact]
    public void A_shared_layer_keeps_its_weights_and_those_of_the_other_direction_are_added()
    {
        Layer reader = Rule.Layer("LSTM", ("units", 4));
        Outcome outcome = Rule.Infer("Bidirectional", With(reader), Rule.Floats(7, 3));

        Assert.Equal("(N, 8)", outcome.ToString());
        Assert.Equal("weight_ih_l0 (16, 3), weight_hh_l0 (16, 4), bias_ih_l0 (16), bias_hh_l0 (16)", outcome.Weights);
        Assert.Equal(4, reader.Weights!.Count);
        Assert.Equal("GG3003", Rule.Infer("Bidirectional", With(Rule.Layer("LSTM", ("units", 4), ("layers", 2))), Rule.Floats(7, 3)).ToString());
    }

    [Fact]
    public void What_cannot_be_read_both_ways_is_refused()
    {
        static string Infer(Layer? layer, params long[] axes) => Rule.Infer("Bidirectional", With(layer), Rule.Floats(axes)).ToString();

        Assert.Equal("GG1006 at layer", Infer(null, 7, 3));
        Assert.Equal("GG1006 at layer", Infer(Rule.Unnamed("LSTM", ("units", 4), ("reverse", true)), 7, 3));
        Assert.Equal("GG1006 at layer", Infer(Rule.Unnamed("Bidirectional", ("layer", Rule.Unnamed("GRU", ("units", 4)))), 7, 3));
        Assert.Equal("GG3001", Infer(Rule.Unnamed("GRU", ("units", 4)), 7));
        Assert.Equal("GG3008", Rule.Infer("Bidirectional", With(Rule.Unnamed("GRU", ("units", 4))), Rule.Of(ElementType.Int64, 7, 3)).ToString());
    }

    [Theory]
    [InlineData("LSTM", 1, 4, "(N, 8)")]
    [InlineData("LSTM", 2, 4, "(N, 8)")]
    [InlineData("LSTM", 2, 5, "GG3002")]
    [InlineData("GRU", 2, 4, "(N, 8)")]
    [InlineData("SimpleRNN", 3, 4, "GG3002")]
    public void A_state_has_as_many_layers_and_units(string kind, int layers, int units, string expected)
    {
        Layer reader = Rule.Unnamed(kind, ("units", 4), ("layers", layers == 3 ? 2 : layers));
        TensorType part = new(new Shape([layers * 2, Dim.Batch, units]), ElementType.Float32);
        Assert.Equal(expected, Rule.Infer("Bidirectional", With(reader), kind == "LSTM" ? [Rule.Floats(7, 3), part, part] : [Rule.Floats(7, 3), part]).ToString());
    }

    [Fact]
    public void What_a_state_is_made_of_has_the_layers_in_front() => Assert.Equal(
        ["(4, N, 5)", "(4, N, 5)"],
        Rule.Infer("Bidirectional", With(Rule.Unnamed("LSTM", ("units", 5), ("layers", 2))), Rule.Floats(7, 3)).Node.Parts.Select(part => part.ToString()));

    /// <summary>What each takes apart or merges is what libtorch makes of the tensor.</summary>
    [Fact]
    public void States_are_taken_apart_and_merged() => Gen.Select(Gen.Long[1, 3], Gen.Long[1, 5]).Holds((layers, units) =>
    {
        TensorType part = new(new Shape([layers * 2, Dim.Batch, units]), ElementType.Float32);
        Oracle.Agree("Hidden", new Arguments(), part, state => state.select(0, -1));
        Oracle.Agree("Cell", new Arguments(), part, state => state.select(0, -1));
        Oracle.Agree("MergedState", new Arguments(("merge", new NamedValue("Merge", "Concat"))), part, state => state.unflatten(0, layers, 2).transpose(1, 2).flatten(2));
        Oracle.Agree("MergedState", new Arguments(("merge", new NamedValue("Merge", "Sum"))), part, state => state.unflatten(0, layers, 2).sum(1));
    });

    private static Arguments With(Layer? layer, string merge = "Concat") => new(("layer", layer), ("merge", new NamedValue("Merge", merge)));

    private static Tensor Run(Module module, Tensor input) => module switch
    {
        TorchSharp.Modules.LSTM lstm => lstm.call(input).Item1,
        TorchSharp.Modules.GRU gru => gru.call(input).Item1,
        var rnn => ((TorchSharp.Modules.RNN)rnn).call(input).Item1,
    };

    private static Module Make(string kind, long features, int units, int layers) => kind switch
    {
        "LSTM" => LSTM(features, units, layers, batchFirst: true, bidirectional: true),
        "GRU" => GRU(features, units, layers, batchFirst: true, bidirectional: true),
        _ => RNN(features, units, layers, batchFirst: true, bidirectional: true),
    };
}
