using GraphGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Generator.Tests;

/// <summary>Models that nest others: of the same project, and of one that it refers to.</summary>
public class NestingTests
{
    private const string Usings = "using GraphGen; using static GraphGen.Layers; ";

    private const string Inner = Usings + """
        namespace Blocks
        {
            [Model]
            public partial class Inner
            {
                static readonly Dim T = Dim.Dynamic(min: 2, multipleOf: 2), U = Dim.Dynamic(), width = Dim.Parameter(8, max: 64);
                static readonly Input words = Input(DType.Int64, T), x = Input(U, width);
                static readonly Output y = Concatenate(1, Embedding(100, width)(words), x);
                static readonly Output z = BatchNormalization()(Permute(2, 1)(x));
            }
        }
        """;

    private const string Outer = Usings + """
        [Model]
        public partial class Outer
        {
            static readonly Input words = Input(DType.Int64, 10), x = Input(10, 16);
            static readonly Output y = Use<Blocks.Inner>()(words, x)["y"];
        }
        """;

    [Fact]
    public void An_edit_of_a_nested_model_regenerates_those_that_nest_it()
    {
        GeneratorRun run = GeneratorRun.Of(Inner, Outer, Usings + "[Model] public partial class Whole { static readonly Input w = Input(DType.Int64, 10), x = Input(10, 16); static readonly Output y = Use<Outer>()(w, x); }");
        GeneratorRun next = run.Then(run.Project.With(0, text => text.Replace("Embedding(100", "Embedding(200")));
        Assert.Equal(3, next.Recomputed(ModelGenerator.Steps.Sources));
        Assert.Contains("Outer: 3,232 parameters", next.Sources.Single(source => source.HintName == "Outer.g.cs").SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_another_model_regenerates_none_that_does_not_nest_it()
    {
        GeneratorRun run = GeneratorRun.Of(Inner, Outer, Usings + "[Model] public partial class Other { static readonly Input x = Input(4); static readonly Output y = Dense(2)(x); }");
        GeneratorRun next = run.Then(run.Project.With(2, text => text.Replace("Dense(2)", "Dense(3)")));
        Assert.Equal(1, next.Recomputed(ModelGenerator.Steps.Sources));
    }

    [Fact]
    public void A_model_of_another_assembly_nests_as_one_of_this_project_does()
    {
        string within = OuterOf(GeneratorRun.Of(Inner, Outer));
        string across = OuterOf(GeneratorRun.Of(Project.Of(Outer).AddReferences(Compile(Inner))));
        Assert.Equal(within, across);
    }

    /// <summary>The inner model has no buffers, so that its signature leaves them out.</summary>
    [Fact]
    public void What_a_nested_model_freezes_is_told_from_another_assembly_too()
    {
        const string Inner = Usings + """
            [Model] public partial class Inner
            {
                static readonly Dim width = Dim.Parameter();
                static readonly Input x = Input(width);
                [Frozen] static readonly Node kept = Dense(3)(x);
                static readonly Output y = Dense(2)(kept);
            }
            """;
        const string Outer = Usings + "[Model] public partial class Outer { static readonly Input x = Input(4); static readonly Output y = Dense(1)(Use<Inner>()(x)); }";
        string within = OuterOf(GeneratorRun.Of(Inner, Outer));
        Assert.Equal(within, OuterOf(GeneratorRun.Of(Project.Of(Outer).AddReferences(Compile(Inner)))));
        Assert.Contains("Outer: 26 parameters, 11 trainable and 15 frozen", within, StringComparison.Ordinal);
        Assert.Contains("23, 0, FrozenParameters: 15, Graph: model.", within, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_an_assembly_of_another_version_is_not_nested()
    {
        CSharpCompilation library = GeneratorRun.Of(Inner).Completed as CSharpCompilation ?? throw new InvalidOperationException();
        SyntaxTree generated = library.SyntaxTrees.Last();
        library = library.ReplaceSyntaxTree(generated, CSharpSyntaxTree.ParseText(generated.ToString().Replace("ModelSignature(1,", "ModelSignature(99,"), (CSharpParseOptions)generated.Options));
        string outer = OuterOf(GeneratorRun.Of(Project.Of(Outer).AddReferences(Emit(library))));
        Assert.Contains("This model has errors", outer, StringComparison.Ordinal);
    }

    private static string OuterOf(GeneratorRun run) => run.Sources.Single(source => source.HintName == "Outer.g.cs").SourceText.ToString();

    private static PortableExecutableReference Compile(string source) => Emit((CSharpCompilation)GeneratorRun.Of(source).Completed);

    private static PortableExecutableReference Emit(CSharpCompilation library)
    {
        using var stream = new MemoryStream();
        Assert.Empty(library.WithAssemblyName("Library").Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
