using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using GraphGen.Analyzers;
using GraphGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GraphGen.Oracle.Tests;

/// <summary>Builds models as a user's project does, many at once: generator, analyzer, C# compiler, and an assembly that can be unloaded.</summary>
internal sealed class Workshop : IDisposable
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);

    /// <summary>What the SDK silences in every project: TorchSharp was built for an older .NET.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> s_silenced = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Drawn",
        [],
        [
            .. Net100.References.All,
            MetadataReference.CreateFromFile(typeof(Node).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location),
        ],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999)
            .WithSpecificDiagnosticOptions(s_silenced));

    private readonly AssemblyLoadContext _context = new("Drawn", isCollectible: true);
    private readonly Dictionary<string, List<Diagnostic>> _diagnostics = [];
    private readonly Assembly? _assembly;

    public Workshop(IEnumerable<ModelText> models)
    {
        CSharpCompilation project = s_empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(OwnKinds.Source, s_parse, "Own")).AddSyntaxTrees(models.Select(model => CSharpSyntaxTree.ParseText(model.ToString(), s_parse, model.Name)));
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(project, out Compilation complete, out ImmutableArray<Diagnostic> ofGenerator);
        using var stream = new MemoryStream();
        ImmutableArray<Diagnostic> ofCompiler = complete.Emit(stream).Diagnostics;
        ImmutableArray<Diagnostic> ofAnalyzer = complete.WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        foreach (Diagnostic diagnostic in ofGenerator.Concat(ofCompiler).Concat(ofAnalyzer)) Note(diagnostic);
        stream.Position = 0;
        if (!HasErrors(ofCompiler)) _assembly = _context.LoadFromStream(stream);
    }

    /// <summary>What was said of a model by GraphGen, in its own file; and by the C# compiler, in the generated file too.</summary>
    public IReadOnlyList<Diagnostic> DiagnosticsOf(string model) => _diagnostics.TryGetValue(model, out List<Diagnostic>? found) ? found : [];

    public IEnumerable<Diagnostic> Errors => _diagnostics.Values.SelectMany(found => found).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether the C# compiler took all models.</summary>
    public bool IsCompiled => _assembly is not null;

    public Type TypeOf(string model) => _assembly!.GetType(model, throwOnError: true)!;

    public void Dispose() => _context.Unload();

    private static bool HasErrors(ImmutableArray<Diagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private void Note(Diagnostic diagnostic)
    {
        string path = diagnostic.Location.SourceTree?.FilePath ?? "";
        bool isGenerated = path.EndsWith(".g.cs", StringComparison.Ordinal);

        // Of the fields of a declaration the C# compiler warns that they are unused, or null: the suppressor's business.
        if (!isGenerated && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal) && diagnostic.Severity != DiagnosticSeverity.Error) return;
        if (diagnostic.Severity == DiagnosticSeverity.Hidden) return;
        if (path.Length == 0) throw new InvalidOperationException($"{diagnostic}");
        string model = isGenerated ? Path.GetFileName(path)[..^".g.cs".Length] : path;
        model = model.Split(ModelText.PartSuffix)[0];
        if (!_diagnostics.TryGetValue(model, out List<Diagnostic>? found)) _diagnostics[model] = found = [];
        found.Add(diagnostic);
    }
}
