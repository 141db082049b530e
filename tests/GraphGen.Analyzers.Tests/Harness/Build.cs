using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using GraphGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GraphGen.Analyzers.Tests.Harness;

/// <summary>What a real build does with a source: the generator runs, and then the analyzer on what results. An editor must say the same before.</summary>
internal static class Build
{
    private const string SourcePath = "Model.cs";

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);

    /// <summary>What the SDK silences in every project: TorchSharp was built for an older .NET.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> s_silenced = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private static readonly MetadataReference[] s_references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(Node).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location),
    ];

    private static readonly SyntaxTree s_usings = CSharpSyntaxTree.ParseText(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using GraphGen;
        global using static GraphGen.Layers;
        """,
        s_parse,
        "Usings.cs");

    /// <summary>Builds a source whose marks are the diagnostics it must give: no other, of the compiler neither.</summary>
    /// <returns>What GraphGen reported, in the order of the source.</returns>
    public static async Task<IReadOnlyList<Diagnostic>> ExpectAsync(string marked)
    {
        MarkedSource source = MarkedSource.Parse(marked);
        IReadOnlyList<Diagnostic> found = await DiagnoseAsync(source.Text);
        string[] expected = [.. source.Marks.Select(mark => Describe(mark.Id, mark.Span, source.Text)).Order(StringComparer.Ordinal)];
        string[] actual = [.. found.Select(diagnostic => Describe(diagnostic, source.Text)).Order(StringComparer.Ordinal)];
        string details = string.Join("\n", found.Select(diagnostic => diagnostic.ToString()));
        Assert.True(expected.SequenceEqual(actual), $"Expected:\n{string.Join("\n", expected)}\nFound:\n{details}\nIn:\n{source.Text}");
        Diagnostic[] ofAnalyzer = [.. found.Where(IsOfAnalyzer)];

        // While the user types, an editor runs the analyzer but not the generator.
        ImmutableArray<Diagnostic> live = await Compile(source.Text).WithAnalyzers([new ModelAnalyzer(), new ShapeAttributeAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(ofAnalyzer.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal), live.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal));
        return ofAnalyzer;
    }

    /// <summary>Builds a class <c>M</c> with the fields of a model, marked as in <see cref="ExpectAsync"/>.</summary>
    public static Task<IReadOnlyList<Diagnostic>> ExpectModelAsync(string fields) => ExpectAsync(Model(fields));

    private static string Model(string fields) => $$"""
        [Model]
        public partial class M
        {
        {{fields}}
        }
        """;

    /// <summary>The public members that the generated half gives to a model with these fields.</summary>
    public static IEnumerable<string> GeneratedMembers(string fields)
    {
        INamedTypeSymbol model = Generate(Model(fields), out _).GetTypeByMetadataName("M")!;
        return model.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && member.CanBeReferencedByName).Select(member => member.Name).Distinct();
    }

    /// <summary>All errors and warnings of a build, and what GraphGen informs of, in the order of the source.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(string source)
    {
        Compilation generated = Generate(source, out ImmutableArray<Diagnostic> ofGenerator);
        ImmutableArray<Diagnostic> ofBuild = await generated.WithAnalyzers([new ModelAnalyzer(), new ShapeAttributeAnalyzer(), new DeclarationSuppressor()]).GetAllDiagnosticsAsync();
        return
        [
            .. ofBuild.Concat(ofGenerator)
                .Where(diagnostic => (diagnostic.Severity >= DiagnosticSeverity.Warning || IsOfAnalyzer(diagnostic)) && !diagnostic.IsSuppressed)
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    private static CSharpCompilation Compile(string source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, s_parse, SourcePath);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999)
            .WithSpecificDiagnosticOptions(s_silenced);
        return CSharpCompilation.Create("Models", [s_usings, tree], s_references, options);
    }

    private static Compilation Generate(string source, out ImmutableArray<Diagnostic> ofGenerator)
    {
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: s_parse)
            .RunGeneratorsAndUpdateCompilation(Compile(source), out Compilation generated, out ofGenerator);
        return generated;
    }

    /// <summary>The message of the one diagnostic of a source.</summary>
    public static string Message(this IReadOnlyList<Diagnostic> diagnostics) =>
        Assert.Single(diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The source at the additional locations of the one diagnostic of a source.</summary>
    public static IEnumerable<string> Related(this IReadOnlyList<Diagnostic> diagnostics) =>
        Assert.Single(diagnostics).AdditionalLocations.Select(location => location.SourceTree!.GetText().ToString(location.SourceSpan));

    private static bool IsOfAnalyzer(Diagnostic diagnostic) => diagnostic.Id.StartsWith("GG", StringComparison.Ordinal);

    private static string Describe(Diagnostic diagnostic, string source) => diagnostic.Location.SourceTree?.FilePath == SourcePath
        ? Describe(diagnostic.Id, diagnostic.Location.SourceSpan, source)
        : diagnostic.ToString();

    private static string Describe(string id, TextSpan span, string source)
    {
        LinePosition start = SourceText.From(source).Lines.GetLinePosition(span.Start);
        return $"{start.Line + 1}:{start.Character + 1} {id} '{source.Substring(span.Start, span.Length)}'";
    }
}
