using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using GraphGen.Analyzers;
using GraphGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Benchmarks;

/// <summary>One network whose layers a helper makes in a loop: what the analyzer does for it, and what the generator does.</summary>
public class DeepNetworkBenchmarks
{
    private CSharpCompilation _project = null!;
    private GeneratorDriver _driver = null!;

    /// <summary>The number of layers.</summary>
    [Params(200, 500, 1000, 2000)]
    public int Layers { get; set; }

    /// <summary>Makes the project.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string source = $$"""
            using GraphGen;
            using static GraphGen.Layers;

            [Model]
            public partial class Deep
            {
                static readonly Input x = Input(16);
                static readonly Output y = Dense(1)(Tower(x));

                static Node Tower(Node x)
                {
                    Node block = x;
                    for (int i = 0; i < {{Layers}}; i++) block = Dense(16, ReLU)(block);
                    return block;
                }
            }
            """;
        _project = CSharpCompilation.Create(
            "Project",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location), MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(new ModelGenerator());
    }

    /// <summary>Read, linked and checked; a clone of the project has everything to bind again.</summary>
    [Benchmark]
    public async Task<int> Analysis() => (await _project.Clone().WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false)).Length;

    /// <summary>Read, linked, checked and written.</summary>
    [Benchmark]
    public GeneratorDriver Generation() => _driver.RunGenerators(_project.Clone());
}
