using CsCheck;
using GraphGen.Compiler.Shapes;
using TorchSharp;
using static TorchSharp.torch.nn;

namespace GraphGen.Compiler.Tests.Layers;

public class EmbeddingRuleTests
{
    [Fact]
    public void Embedding_takes_what_libtorch_takes() => Gen.Select(TypeSamples.Any, Gen.Int[1, 9], Gen.Int[1, 9])
        .Holds((input, vocabulary, dimension) => Oracle.Agree(
            "Embedding", new Arguments(("vocabulary", vocabulary), ("dimension", dimension)), input, x => Embedding(vocabulary, dimension).call(x)));

    [Fact]
    public void Weights_are_those_of_the_module() => Oracle.HasWeights(
        Rule.Infer("Embedding", new Arguments(("vocabulary", 100), ("dimension", 8)), Rule.Of(ElementType.Int64, 5)), Embedding(100, 8));

    [Theory]
    [InlineData(0, 3, null, "GG1006 at vocabulary")]
    [InlineData(3, 0, null, "GG1006 at dimension")]
    [InlineData(3, 3, -1, "GG1006 at paddingIndex")]
    [InlineData(3, 3, 3, "GG1006 at paddingIndex")]
    [InlineData(3, 3, 2, "(N, 5, 3)")]
    [InlineData(3, 3, 0, "(N, 5, 3)")]
    public void Arguments_out_of_range_are_refused(int vocabulary, int dimension, int? paddingIndex, string expected) => Assert.Equal(
        expected,
        Rule.Infer(
            "Embedding",
            new Arguments(("vocabulary", vocabulary), ("dimension", dimension), ("paddingIndex", paddingIndex)),
            Rule.Of(ElementType.Int64, 5)).ToString());
}
