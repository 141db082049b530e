using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using GraphGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphGen.Benchmarks;

/// <summary>The generator on a project of models of 20 layers, a file each: all from nothing, and after an edit.</summary>
public class GenerationBenchmarks
{
    private const int LayersOfModel = 20;

    private CSharpCompilation _project = null!;
    private CSharpCompilation _editedElsewhere = null!;
    private CSharpCompilation _editedModel = null!;
    private GeneratorDriver _cold = null!;
    private GeneratorDriver _warm = null!;

    /// <summary>The number of models.</summary>
    [Params(100, 1000)]
    public int Models { get; set; }

    /// <summary>Makes the project and its edits.</summary>
    [GlobalSetup]
    public void Setup()
    {
        SyntaxTree[] trees = [.. Enumerable.Range(0, Models).Select(model => Parse(Source(model, units: 16))), Parse("class Elsewhere { }")];
        _project = CSharpCompilation.Create(
            "Project",
            trees,
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location), MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _editedElsewhere = _project.ReplaceSyntaxTree(trees[^1], Parse("class Elsewhere { int x; }"));
        _editedModel = _project.ReplaceSyntaxTree(trees[0], Parse(Source(0, units: 17)));
        _cold = CSharpGeneratorDriver.Create(new ModelGenerator());
        _warm = _cold.RunGenerators(_project);
    }

    /// <summary>Every model is read, checked and written.</summary>
    [Benchmark]
    public GeneratorDriver FromNothing() => _cold.RunGenerators(_project.Clone());

    /// <summary>An edit in a file without models.</summary>
    [Benchmark]
    public GeneratorDriver AfterAnEditElsewhere() => _warm.RunGenerators(_editedElsewhere.Clone());

    /// <summary>An edit of one model.</summary>
    [Benchmark]
    public GeneratorDriver AfterAnEditOfOneModel() => _warm.RunGenerators(_editedModel.Clone());

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest));

    private static string Source(int model, int units)
    {
        var source = new StringBuilder();
        source.AppendLine("using GraphGen;").AppendLine("using static GraphGen.Layers;");
        source.AppendLine(CultureInfo.InvariantCulture, $"[Model] public partial class Model{model}").AppendLine("{");
        source.AppendLine("    static readonly Input x0 = Input(16);");
        for (int layer = 1; layer < LayersOfModel; layer++)
            source.AppendLine(CultureInfo.InvariantCulture, $"    static readonly Node x{layer} = Dense({(layer == 1 ? units : 16)}, ReLU)(x{layer - 1});");
        source.AppendLine(CultureInfo.InvariantCulture, $"    static readonly Output y = Dense(1, Sigmoid)(x{LayersOfModel - 1});").AppendLine("}");
        return source.ToString();
    }
}
