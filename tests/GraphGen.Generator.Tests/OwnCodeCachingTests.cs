using GraphGen.Generator.Tests.Harness;

namespace GraphGen.Generator.Tests;

/// <summary>What an edit of a module or function of the user's makes of the models that apply it.</summary>
public class OwnCodeCachingTests
{
    private const string Model = """
        using GraphGen;
        using static GraphGen.Layers;

        [Model]
        public partial class Reader
        {
            static readonly Input  x = Input(6, 4);
            static readonly Output y = Custom<Block>(2)(x);
        }
        """;

    private const string Block = """
        using GraphGen;
        using TorchSharp;

        [Shape("N T F -> N T/units F")]
        public class Block(long units) : torch.nn.Module<torch.Tensor, torch.Tensor>("Block")
        {
            public override torch.Tensor forward(torch.Tensor x) => x.unflatten(1, units, -1).mean([1]);
        }
        """;

    private const string Other = "class Other { int number = 1; }";

    [Fact]
    public void An_edit_of_the_shape_attribute_changes_the_shapes_of_the_model()
    {
        GeneratorRun run = GeneratorRun.Of(Model, Block, Other);
        Assert.Contains("// (N, 3, 4)", Text(run), StringComparison.Ordinal);
        GeneratorRun next = run.Then(run.Project.With(1, text => text.Replace("-> N T/units F", "-> N T*units F")));
        Assert.Equal(1, next.Recomputed(ModelGenerator.Steps.Sources));
        Assert.Contains("// (N, 12, 4)", Text(next), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_the_constructor_changes_how_it_is_called()
    {
        GeneratorRun run = GeneratorRun.Of(Model, Block, Other);
        GeneratorRun next = run.Then(run.Project.With(1, text => text.Replace("(long units)", "(long units, torch.Device? device = null)")));
        Assert.Equal(1, next.Recomputed(ModelGenerator.Steps.Sources));
        Assert.Contains("Block(2, device: device)", Text(next), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "mean([1])", "amax([1])")]
    [InlineData(2, "1", "2")]
    public void An_edit_of_a_body_regenerates_nothing(int file, string old, string edited)
    {
        GeneratorRun run = GeneratorRun.Of(Model, Block, Other);
        GeneratorRun next = run.Then(run.Project.With(file, text => text.Replace(old, edited)));
        Assert.Equal(0, next.Recomputed(ModelGenerator.Steps.Sources));
    }

    private static string Text(GeneratorRun run) => run.Sources.Single().SourceText.ToString();
}
