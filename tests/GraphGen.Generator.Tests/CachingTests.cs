using GraphGen.Generator.Tests.Harness;

namespace GraphGen.Generator.Tests;

/// <summary>
/// What an edit makes the generator do again. That every run finds a copy of its project unchanged, and that no value of the pipeline holds a compilation, is asserted by
/// <see cref="GeneratorRun"/> itself, and so in all tests here.
/// </summary>
public class CachingTests
{
    private const string First = """
        using GraphGen;
        using static GraphGen.Layers;

        [Model]
        public partial class First
        {
            static readonly Input  x = Input(4);
            static readonly Node   h = Dense(units, ReLU)(x);
            static readonly Output y = Dense(2)(h);

            const int units = 8;
        }
        """;

    private const string Second = """
        using GraphGen;
        using static GraphGen.Layers;

        [Model]
        public partial class Second
        {
            static readonly Input  x = Input(4);
            static readonly Output y = Dense(2)(x);
        }

        [Model]
        public partial class Third
        {
            static readonly Input  x = Input(4);
            static readonly Output y = Dense(2)(x);
        }
        """;

    private const string Other = "class Other { int number = 1; }";

    [Fact]
    public void All_models_are_generated_at_first()
    {
        GeneratorRun run = GeneratorRun.Of(First, Second, Other);
        Assert.Equal(["First.g.cs", "Second.g.cs", "Third.g.cs"], run.Sources.Select(source => source.HintName));
        Assert.Equal(3, run.Recomputed(ModelGenerator.Steps.Sources));
    }

    [Fact]
    public void An_edit_elsewhere_regenerates_nothing() => AssertNothing(2, text => text.Replace("1", "2 + nothing"));

    [Fact]
    public void A_comment_regenerates_nothing() => AssertNothing(0, text => text.Replace("const", "// Wide.\n    const"));

    [Fact]
    public void A_comment_within_an_initializer_regenerates_nothing() => AssertNothing(0, text => text.Replace("(h)", "(/* hidden */ h)"));

    [Fact]
    public void A_blank_line_regenerates_nothing() => AssertNothing(0, text => text.Replace("[Model]", "\n\n[Model]"));

    [Fact]
    public void A_moved_using_regenerates_nothing() => AssertNothing(0, text => "using static GraphGen.Layers;\n" + text.Replace("using static GraphGen.Layers;\n", ""));

    [Fact]
    public void Another_way_to_write_the_same_regenerates_nothing() => AssertNothing(0, text => text.Replace("Dense(units, ReLU)", "Layers.Dense(activation: ReLU, units: 4 * 2)"));

    [Fact]
    public void An_edit_of_a_body_regenerates_nothing()
    {
        GeneratorRun run = GeneratorRun.Of(First.Replace("const", "static int Twice(int x) => x + x; const"), Second);
        AssertNothing(run, run.Project.With(0, text => text.Replace("x + x", "2 * x")));
    }

    [Fact]
    public void An_edit_of_a_model_regenerates_it_alone() => AssertOne(text => text.Replace("Dense(2)", "Dense(3)"), "First.g.cs");

    [Fact]
    public void An_edit_of_a_constant_regenerates_the_model_that_uses_it() => AssertOne(text => text.Replace("units = 8", "units = 9"), "First.g.cs");

    [Fact]
    public void A_mistake_regenerates_the_model_that_has_it_alone() => AssertOne(text => text.Replace("(h)", "(z)"), "First.g.cs");

    [Fact]
    public void Of_two_models_in_a_file_the_edited_one_alone_is_regenerated()
    {
        GeneratorRun run = GeneratorRun.Of(First, Second, Other);
        GeneratorRun next = run.Then(run.Project.With(1, text => text.Insert(text.LastIndexOf("Dense", StringComparison.Ordinal), "Sigmoid(").Replace("Sigmoid(Dense(2)(x)", "Sigmoid(Dense(2)(x))")));
        Assert.Equal(1, next.Recomputed(ModelGenerator.Steps.Sources));
        Assert.Equal(["Third.g.cs"], Changed(run, next));
    }

    [Fact]
    public void A_constant_in_another_file_regenerates_the_models_that_use_it()
    {
        GeneratorRun run = GeneratorRun.Of(First.Replace("const int units = 8;", "").Replace("units", "Sizes.Units"), Second, "static class Sizes { public const int Units = 8; }");
        GeneratorRun next = run.Then(run.Project.With(2, text => text.Replace("8", "9")));
        Assert.Equal(1, next.Recomputed(ModelGenerator.Steps.Sources));
        Assert.Equal(["First.g.cs"], Changed(run, next));
    }

    [Fact]
    public void A_new_model_leaves_the_others()
    {
        GeneratorRun run = GeneratorRun.Of(First, Other);
        GeneratorRun next = run.Then(run.Project.With(1, _ => Second));
        Assert.Equal(2, next.Recomputed(ModelGenerator.Steps.Sources));
        Assert.Equal(3, next.Sources.Length);
    }

    [Fact]
    public void A_class_that_is_no_model_any_more_loses_its_half()
    {
        GeneratorRun run = GeneratorRun.Of(First, Second);
        GeneratorRun next = run.Then(run.Project.With(0, text => text.Replace("[Model]", "")));
        Assert.Equal(["Second.g.cs", "Third.g.cs"], next.Sources.Select(source => source.HintName));
    }

    private static void AssertNothing(int file, Func<string, string> edit)
    {
        GeneratorRun run = GeneratorRun.Of(First, Second, Other);
        AssertNothing(run, run.Project.With(file, edit));
    }

    private static void AssertNothing(GeneratorRun run, Microsoft.CodeAnalysis.CSharp.CSharpCompilation edited)
    {
        GeneratorRun next = run.Then(edited);
        Assert.Equal(0, next.Recomputed(ModelGenerator.Steps.Declarations));
        Assert.Equal(0, next.Recomputed(ModelGenerator.Steps.Sources));
        Assert.Empty(Changed(run, next));
    }

    private static void AssertOne(Func<string, string> edit, string hintName)
    {
        GeneratorRun run = GeneratorRun.Of(First, Second, Other);
        GeneratorRun next = run.Then(run.Project.With(0, edit));
        Assert.Equal(1, next.Recomputed(ModelGenerator.Steps.Declarations));
        Assert.Equal(1, next.Recomputed(ModelGenerator.Steps.Sources));
        Assert.Equal([hintName], Changed(run, next));
    }

    private static IEnumerable<string> Changed(GeneratorRun before, GeneratorRun after) =>
        after.Sources.Where(source => before.Sources.All(earlier => !earlier.SourceText.ContentEquals(source.SourceText))).Select(source => source.HintName);
}
